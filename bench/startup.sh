#!/bin/sh
# startup.sh [RUNS]: the cost of preloading libGL.so.1 for a program that draws nothing, in microseconds.
set -eu
cd "$(dirname "$0")/.."
make -s -C native
make -s -C bench/native ../../out/native/bench/startup
out/native/bench/startup "$PWD/out/native/libGL.so.1" "${1:-200}"
