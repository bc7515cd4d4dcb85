#!/usr/bin/env sh
# What becomes of an overseer's errors, on permutation powering: sh bench/experiments/overseer-failures.sh [folder]
# H's final answers are replaced with probability 0.01, 0.1 or 0.3: at random, by question and facts, or by the question's words alone. With H' and without.
set -eu
cd "$(dirname "$0")/../.."
out=${1:-runs/overseer-failures}

./oversight compare permutation-powering --preset small --methods amplify,amplify-scripted --seeds 1,2,3 --steps 400 --until 1 --minutes 3 --threads ${THREADS:-2} --out "$out" \
    --variant "random .01: overseer.error=0.01" \
    --variant "random .1: overseer.error=0.1" \
    --variant "random .3: overseer.error=0.3" \
    --variant "deterministic .01: overseer.error=0.01 overseer.errorKind=deterministic" \
    --variant "deterministic .1: overseer.error=0.1 overseer.errorKind=deterministic" \
    --variant "deterministic .3: overseer.error=0.3 overseer.errorKind=deterministic" \
    --variant "systematic .01: overseer.error=0.01 overseer.errorKind=systematic" \
    --variant "systematic .1: overseer.error=0.1 overseer.errorKind=systematic" \
    --variant "systematic .3: overseer.error=0.3 overseer.errorKind=systematic"

# The same errors with time to be learned: 2,000 steps, measured at their end only, so that no early success ends a run.
./oversight compare permutation-powering --preset small --methods amplify-scripted --seeds 1,2,3 --steps 2000 --minutes 3 --threads ${THREADS:-2} --out "$out-long" \
    --set evaluation.every=2000 \
    --variant "random .1: overseer.error=0.1" \
    --variant "deterministic .1: overseer.error=0.1 overseer.errorKind=deterministic" \
    --variant "systematic .01: overseer.error=0.01 overseer.errorKind=systematic" \
    --variant "systematic .1: overseer.error=0.1 overseer.errorKind=systematic" \
    --variant "systematic .3: overseer.error=0.3 overseer.errorKind=systematic"
