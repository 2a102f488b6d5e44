#!/usr/bin/env bash
# Installs what the tests need on a fresh Debian machine, starts a PostgreSQL of their own and runs all of them.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only if all of them ran and passed.
set -euo pipefail
cd "$(dirname "$0")"

home=$(mktemp -d)
postgres=

main() {
    trap clean EXIT
    install
    start_postgres
    export ENGAGEMENTBOT_TEST_CHROMIUM=${ENGAGEMENTBOT_TEST_CHROMIUM:-$(command -v chromium)}
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
    install_clients
    dotnet build EngagementBot.sln
    run
}

install() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
    command -v node >/dev/null || missing+=(nodejs)
    command -v npm >/dev/null || missing+=(npm)
    has fonts-noto-core || missing+=(fonts-noto-core)
    has fonts-noto-cjk || missing+=(fonts-noto-cjk)
    command -v dotnet >/dev/null || die 'The .NET SDK 10 is missing: https://dotnet.microsoft.com/download/dotnet/10.0'
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" -eq 0 ] || die "Missing: ${missing[*]}. Run this once as root, or: sudo apt-get install ${missing[*]}"
    echo "Installing ${missing[*]}"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# Microsoft's own clients, which talk to the service in the tests. They come built: nothing of theirs is run here.
install_clients() {
    local clients=tests/clients
    [ "$clients/node_modules/.package-lock.json" -nt "$clients/package-lock.json" ] && return
    npm ci --prefix "$clients" --ignore-scripts --no-audit --no-fund --loglevel=error
}

has() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed'; }

# In a temporary folder, on loopback, on a port of its own. Data that is thrown away needs no fsync.
start_postgres() {
    [ -n "${ENGAGEMENTBOT_TEST_POSTGRESQL:-}" ] && return
    local bin port password
    bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
    port=$(free_port)
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$password" >"$home/password"
    [ "$(id -u)" -eq 0 ] && chown -R postgres: "$home"
    as_postgres "$bin/initdb" -D "$home/postgres" -U tests --auth=scram-sha-256 --pwfile="$home/password" --encoding=UTF8 --locale=C.UTF-8 >"$home/initdb.log" ||
        die "PostgreSQL could not be set up: $(tail -5 "$home/initdb.log")"
    as_postgres "$bin/pg_ctl" -D "$home/postgres" -l "$home/postgres.log" -w start \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200" >/dev/null ||
        die "PostgreSQL could not be started: $(tail -5 "$home/postgres.log")"
    postgres=$bin
    export ENGAGEMENTBOT_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Database=postgres;Username=tests;Password=$password"
}

# PostgreSQL refuses to run as root.
as_postgres() (
    cd "$home"
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
)

free_port() {
    local port
    for port in $(shuf -i 15432-25431 -n 50); do
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    die 'No port is free for PostgreSQL.'
}

run() {
    local project results passed=0 failed=0 skipped=0 total executed
    results=$home/results
    mkdir -p "$results"
    for project in tests/*/*.csproj; do
        grep -q '<IsTestProject>true' "$project" || continue
        local name code=0
        name=$(basename "$project" .csproj)
        dotnet test "$project" --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=normal' || code=$?
        if [ ! -f "$results/$name.trx" ]; then
            echo "$name ended without a result." >&2
            failed=$((failed + 1))
            continue
        fi
        total=$(counter total "$results/$name.trx") executed=$(counter executed "$results/$name.trx")
        passed=$((passed + $(counter passed "$results/$name.trx")))
        failed=$((failed + executed - $(counter passed "$results/$name.trx")))
        skipped=$((skipped + total - executed))
        # A run that broke off has counted what it got to, and nothing failed in that.
        [ "$code" -eq 0 ] || [ "$executed" -ne "$(counter passed "$results/$name.trx")" ] || failed=$((failed + 1))
    done
    stop_postgres
    [ "$failed" -eq 0 ] || show_failed
    # What a test measured, it writes on lines that begin so.
    grep -hos 'Figures: [^<]*' "$results"/*.trx || true
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ]
}

# Once more at the end, where whoever looks at a long output finds it.
show_failed() {
    awk '/<UnitTestResult .*outcome="Failed"/ { sub(/.* testName="/, ""); sub(/".*/, ""); print "Failed: " $0; shown = 0 }
         /<Message>/ { inside = 1 }
         inside && shown++ < 12 { print "    " substr($0, 1, 300) }
         /<\/Message>/ { inside = 0 }' "$results"/*.trx
}

counter() { sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

stop_postgres() {
    [ -n "$postgres" ] || return 0
    as_postgres "$postgres/pg_ctl" -D "$home/postgres" -m immediate stop >/dev/null || true
    postgres=
}

clean() {
    stop_postgres
    rm -rf "$home"
}

die() {
    echo "$1" >&2
    exit 1
}

main
