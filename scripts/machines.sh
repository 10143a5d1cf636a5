# shellcheck shell=bash
# Sourced by scripts that start X servers and daemons, which are stopped at the script's end. Files are in "$work", logs in "$work/NAME.log".

work=$(mktemp -d)
pids=()

end_machines() {
    local pid
    for pid in "${pids[@]}"; do
        kill -CONT "$pid" 2>/dev/null || true
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap end_machines EXIT
trap 'exit 130' INT TERM

die() { # reason
    echo "${0##*/}: $*" >&2
    tail -n 20 "$work"/*.log >&2 2>/dev/null || true
    exit 1
}

# Waits up to a minute until a command succeeds.
await() { # description, command...
    local tries=1200 what=$1
    shift
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || die "timed out waiting for $what"
        sleep 0.05
    done
}

# Sets "$started" to the display's name.
start_xvfb() { # name, size in pixels, +extension or -extension, for GLX
    Xvfb -displayfd 3 -screen 0 "$2x24" "$3" GLX -noreset -nolisten tcp 3>"$work/$1.display" 2>"$work/$1.log" &
    pids+=($!)
    await Xvfb test -s "$work/$1.display"
    started=:$(cat "$work/$1.display")
}

# address_of NAME prints its address.
start_daemon() { # name, port, drawing options...
    local name=$1 port=$2
    shift 2
    : >"$work/$name.log"
    env -u DISPLAY dist/bin/stub-daemon --foreground --listen 127.0.0.1 --port "$port" "$@" --log "$work/$name.log" >/dev/null 2>&1 &
    pids+=($!)
    echo $! >"$work/$name.pid"
    await stub-daemon grep -q 'listening on' "$work/$name.log"
}

address_of() { sed -n 's/.*listening on \([0-9.:]*\).*/\1/p' "$work/$1.log" | head -n 1; }
