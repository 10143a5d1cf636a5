#!/bin/bash
# Demonstrates VMGL on one machine: first a host and a guest on one X server, then a host without an X server and a guest whose own X server has no GLX.
# Prints native and forwarded frame rates, and takes a picture of each.
set -eu
cd "$(dirname "$0")/.."

. scripts/machines.sh

seconds=5 # interval at which glxgears reports its rate

start_display() {
    if [ -z "${DISPLAY:-}" ] || ! glxinfo -B >/dev/null 2>&1; then
        start_own_display +extension
        echo "X server: $DISPLAY, an Xvfb started by this demo"
        return
    fi
    echo "X server: $DISPLAY"
}

start_own_display() { # +extension or -extension, for GLX
    start_xvfb "xvfb$1" 1024x768 "$1"
    export DISPLAY=$started
}

start_host() { # drawing options
    start_daemon "stub-daemon${1#-}" 0 "$@"
    log=$work/stub-daemon${1#-}.log
    GLSTUB=$(address_of "stub-daemon${1#-}")
    echo "stub-daemon: $GLSTUB"
}

forwarded() {
    LD_PRELOAD=$PWD/dist/lib/vmgl/libGL.so GLSTUB=$GLSTUB exec "$@"
}

natively() {
    exec "$@"
}

show_info() { # forwarded or natively
    echo "-- glxinfo, $1"
    ("$1" glxinfo -B) | grep -E 'direct rendering|vendor string|renderer string|version string' || die "glxinfo failed $1"
}

# Runs glxgears until its first report, and sets $fps to its frames per second.
measure() { # forwarded or natively, picture or ""
    ("$1" glxgears) >"$work/gears" 2>"$work/gears.log" &
    local gears=$!
    pids+=("$gears")
    if [ -n "$2" ]; then
        sleep 2
        take_picture "$2"
    fi
    await "the report of glxgears" grep -q FPS "$work/gears"
    kill "$gears" 2>/dev/null || true
    wait "$gears" 2>/dev/null || true
    fps=$(sed -n 's/.* = \([0-9.]*\) FPS/\1/p' "$work/gears" | head -n 1)
    echo "glxgears $1: $fps fps"
}

take_picture() { # file
    local window
    window=$(xwininfo -root -tree | sed -n 's/^ *\(0x[0-9a-f]*\) "glxgears".*/\1/p' | head -n 1)
    [ -n "$window" ] || die "glxgears has no window: $(cat "$work/gears.log")"
    import -silent -window "$window" "png:$1"
}

unset GLSTUB LD_PRELOAD
export vblank_mode=0 __GL_SYNC_TO_VBLANK=0 # rates are meaningless while swaps wait for a screen
scripts/install-deps.sh build run
make -s dist
start_display
start_host --display "$DISPLAY"
show_info natively
show_info forwarded
measure natively ""
native=$fps
measure forwarded demo.png
grep -q 'draws for glxgears' "$log" || die "glxgears ran, but was not forwarded to the daemon"
awk -v a="$fps" -v b="$native" 'BEGIN { printf "forwarded / native: %.2f\n", a / b }'
grep 'draws for' "$log"
echo "picture of the forwarded window: $PWD/demo.png"

echo
echo "== a host without an X server (EGL), and a guest whose X server has no GLX: pictures return to the guest"
start_own_display -extension
start_host --headless
show_info forwarded
measure forwarded demo-headless.png
grep 'return to the guest' "$log" || die "glxgears ran, but no picture returned"
echo "picture of the guest's window: $PWD/demo-headless.png"
