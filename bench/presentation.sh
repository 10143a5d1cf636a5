#!/bin/bash
# presentation.sh [--rounds N] [--seconds N] [--no-viewer] [--openarena]: frame rates by the way the picture takes, measured in turns on this machine.
# A host (Xvfb with GLX), a guest (Xvnc without GLX) watched by a VNC viewer, the daemon on loopback. Prints a table for bench/results.
set -eu
cd "$(dirname "$0")/.."

rounds=3 seconds=5 openarena= viewer=yes
while [ $# -gt 0 ]; do
    case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --no-viewer) viewer=; shift ;;
    --openarena) openarena=yes; shift ;;
    *) sed -n 2,3p "$0" | cut -c3-; exit 2 ;;
    esac
done

work=$(mktemp -d)
pids=()
clean_up() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

await() { # what, command...
    local tries=400
    what=$1
    shift
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || { echo "presentation: $what does not start" >&2; cat "$work"/*.log >&2; exit 1; }
        sleep 0.05
    done
}

Xvfb -displayfd 3 -screen 0 1920x1200x24 +extension GLX -noreset -nolisten tcp 3>"$work/host" 2>"$work/xvfb.log" &
pids+=($!)
await Xvfb test -s "$work/host"
host=:$(cat "$work/host")
rfb=$((20000 + $$ % 20000))
Xvnc -displayfd 3 -geometry 1920x1200 -depth 24 -extension GLX -SecurityTypes None -interface 127.0.0.1 -rfbport "$rfb" 3>"$work/guest" 2>"$work/xvnc.log" &
pids+=($!)
await Xvnc test -s "$work/guest"
guest=:$(cat "$work/guest")
if [ -n "$viewer" ]; then
    Xvfb -displayfd 3 -screen 0 1920x1200x24 -noreset -nolisten tcp 3>"$work/seat" 2>"$work/seat.log" &
    pids+=($!)
    await 'the viewer' test -s "$work/seat"
    DISPLAY=:$(cat "$work/seat") xtigervncviewer -Shared "127.0.0.1::$rfb" >"$work/viewer.log" 2>&1 &
    pids+=($!)
fi
dist/bin/stub-daemon --foreground --listen 127.0.0.1 --port 0 --display "$host" --log "$work/daemon.log" >/dev/null 2>&1 &
pids+=($!)
await stub-daemon grep -q 'listening on' "$work/daemon.log"
stub=$(sed -n 's/.*listening on \([0-9.:]*\).*/\1/p' "$work/daemon.log" | head -n 1)
mkdir -p out/bench
cc -O2 -o out/bench/readback bench/native/readback.c -lGL -lX11

through=(env GLSTUB="$stub" LD_PRELOAD="$PWD/dist/lib/vmgl/libGL.so" vblank_mode=0)

gears() { # environment...
    timeout $((seconds + 3)) "$@" glxgears -geometry "${w}x$h" 2>/dev/null | sed -n 's/.* \([0-9.]*\) FPS.*/\1/p' | tail -n 1 || true
}

arena() { # environment...
    timeout 300 "$@" /usr/games/openarena +set s_initsound 0 +set cl_renderer opengl1 +set com_hunkmegs 256 +set r_mode -1 +set r_customwidth "$w" \
        +set r_customheight "$h" +set r_fullscreen 0 +set timedemo 1 +set com_maxfps 0 +set com_introplayed 1 +set r_swapInterval 0 \
        +set nextdemo quit +demo demo088-test1 2>&1 | sed -n 's/.*seconds \([0-9.]*\) fps.*/\1/p' | tail -n 1 || true
}

median() { sort -n "$1" | awk 'NF { v[n++] = $1 } END { print n ? v[int((n - 1) / 2)] : 0 }'; }

measure() { # title, function
    local floor
    for ((round = 0; round < rounds; round++)); do
        "$2" env vblank_mode=0 DISPLAY="$host" >>"$work/$2$w.native"
        "$2" "${through[@]}" DISPLAY="$host" >>"$work/$2$w.direct"
        "$2" "${through[@]}" DISPLAY="$guest" >>"$work/$2$w.return"
        "$2" "${through[@]}" DISPLAY="$guest" VMGL_SPOIL=0 >>"$work/$2$w.every"
    done
    floor=$(DISPLAY=$host out/bench/readback "$w" "$h")
    awk -v title="$1 ${w}×$h" -v native="$(median "$work/$2$w.native")" -v direct="$(median "$work/$2$w.direct")" \
        -v back="$(median "$work/$2$w.return")" -v every="$(median "$work/$2$w.every")" -v us="$floor" 'BEGIN {
            if (!direct) { print "| " title " | did not run |"; exit }
            most = 1e6 / (1e6 / direct + us)
            printf "| %s | %.1f | %.1f | %.1f | **%.2f** | %.1f | %.2f | %d µs | %.2f |\n",
                title, native, direct, back, back / direct, every, every / direct, us, most / direct }'
}

echo "| program | native | direct | return | return ÷ direct | every picture | ÷ direct | reading a picture | floor of every ÷ direct |"
echo "|---|---|---|---|---|---|---|---|---|"
program=glxgears run=gears
[ -z "$openarena" ] || program=OpenArena run=arena
w=640 h=480
measure "$program" "$run"
w=1920 h=1080
measure "$program" "$run"
