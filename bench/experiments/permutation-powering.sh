#!/usr/bin/env sh
# The experiments behind docs/results/permutation-powering.md, one run after the other: sh bench/experiments/permutation-powering.sh [folder]
# Each run's result.json and metrics.jsonl are kept in the folder; a run that is there already is not run again.
set -u
cd "$(dirname "$0")/../.."
out=${1:-runs/permutation-powering-results}
mkdir -p "$out"

run() { # name, then arguments of 'oversight train permutation-powering'
    name=$1
    shift
    [ -f "$out/$name/result.json" ] && return
    rm -rf "$out/$name"
    ./oversight train permutation-powering --out "$out/$name" --json "$@" > "$out/$name.json" 2> /dev/null || echo "$name: exit code $?"
    echo "$name $(cat "$out/$name.json")"
}

# The method, its ceiling, and the method without H'.
for seed in 1 2 3; do
    for preset in tiny small paper; do
        for method in amplify supervised amplify-scripted; do
            run "$preset-$method-$seed" --preset $preset --method $method --seed $seed --minutes 5
        done
    done
done

# Controls that must fail.
for seed in 1 2 3; do
    run "small-control-own-$seed" --preset small --seed $seed --steps 300 --minutes 1 --set amplify.targets=own
    run "small-control-repeat-$seed" --preset small --seed $seed --steps 300 --minutes 1 --set overseer.script=repeat
    run "small-control-error-$seed" --preset small --seed $seed --steps 300 --minutes 1 --set overseer.error=1
done

for seed in 1 2 3; do
    # What the targets are worth.
    for preset in small paper; do
        run "$preset-plain-$seed" --preset $preset --seed $seed --minutes 1 --set amplify.abstainBelow=0 amplify.unknownWeight=1
        run "$preset-plain-horizon100-$seed" --preset $preset --seed $seed --minutes 0.75 --set amplify.abstainBelow=0 amplify.unknownWeight=1 teacher.horizon=100
    done

    # What the network and its start are worth.
    for method in supervised amplify; do
        run "small-noprior-$method-$seed" --preset small --method $method --seed $seed --minutes 0.5 --set assistant.prior=false
        run "small-published-$method-$seed" --preset small --method $method --seed $seed --minutes 0.75 \
            --set assistant.network=published assistant.heads=4 assistant.layers=4 assistant.answerLayers=3 assistant.rate=0.001
    done
done
