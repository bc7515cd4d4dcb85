#!/usr/bin/env sh
# How accuracy depends on the number of human queries allowed, on permutation powering: sh bench/experiments/human-queries.sh [folder]
# human.queries is a hard limit; the last row has none. Beside it stands H himself answering everything (amplify-scripted).
set -eu
cd "$(dirname "$0")/../.."
out=${1:-runs/human-queries}

variants() {
    for queries in 10 30 50 100 200 300; do
        echo "--variant"
        echo "$queries queries: human.queries=$queries human.initial=$queries"
    done
    echo "--variant"
    echo "1000 queries: human.initial=1000"
    echo "--variant"
    echo "3000 queries: human.initial=3000"
}

IFS='
'
# shellcheck disable=SC2046 # one argument a line
./oversight compare permutation-powering --preset small --methods amplify --seeds 1,2,3 --steps 300 --minutes 1 --threads ${THREADS:-2} --out "$out" $(variants)
./oversight compare permutation-powering --preset small --methods amplify-scripted --seeds 1,2,3 --steps 300 --minutes 1 --threads ${THREADS:-2} --out "$out-scripted"
