#!/usr/bin/env bash
# Trains every method, every task and every size of permutation powering for a few steps with two builds of the program, and compares
# weights and metrics byte for byte (times left out). What a change that should change nothing has to pass:
#
#   bench/same-bytes.sh <folder of the one build> <folder of the other>     # each with oversight.dll in it
#
# Prints one line a run; ends with 1 if any differs.
set -u
one=$1
other=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

train() { # build, folder, arguments of train
    local build=$1 folder=$2
    shift 2
    dotnet "$build/oversight.dll" train "$@" --until never --seed 1 --threads 1 --out "$folder" > /dev/null 2> "$folder.errors" \
        || { echo "failed: train $*"; tail -1 "$folder.errors"; status=1; }
}

weights() { grep -o '"weights": "[^"]*"' "$1/result.json"; }

metrics() { sed 's/,"seconds".*//' "$1/metrics.jsonl"; }

same() { # name, arguments of train
    local name=$1
    shift
    train "$one" "$work/$name-one" "$@"
    train "$other" "$work/$name-other" "$@"
    if [ "$(weights "$work/$name-one")" = "$(weights "$work/$name-other")" ] \
        && [ "$(metrics "$work/$name-one")" = "$(metrics "$work/$name-other")" ]; then
        echo "same       $name"
    else
        echo "DIFFERENT  $name"
        status=1
    fi
}

for method in amplify amplify-scripted supervised expert-iteration debate reward-modelling weak-to-strong self-amplification; do
    same "wildcard-search-$method" wildcard-search --preset tiny --method "$method" --steps 25
    [ "$method" = debate ] || same "permutation-powering-$method" permutation-powering --preset tiny --method "$method" --steps 25
done
for preset in tiny small paper; do
    same "permutation-powering-$preset" permutation-powering --preset "$preset" --steps 10
done
for task in sequential-assignments sequential-assignments:mod8 union-find shortest-path sat-counting; do
    same "${task/:/-}" "$task" --preset tiny --steps 12
done
exit $status
