#!/bin/sh
# preload.sh LIBRARY: preloading does not affect a program without GL calls.
set -eu
library=$(realpath "$1")
trace=$(mktemp)
trap 'rm -f "$trace"' EXIT

strace -f -o "$trace" env LD_PRELOAD="$library" true
grep -q "open.*$library" "$trace" || {
    echo "FAIL  preload: $library was not loaded" >&2
    exit 1
}
if grep -E '^[0-9]+ +(socket|connect|clone|clone3|fork|vfork|rt_sigaction|eventfd2|pipe2?)\(|libvmgl-guest' "$trace" >&2; then
    echo 'FAIL  preload: a program without GL calls is affected' >&2
    exit 1
fi
echo 'ok    preload: no socket, no thread, no signal handler, no guest library in a program without GL calls'
