/** Name of the script below the folder of a proxy. */
export const runScriptName = "run.sh";

/**
 * Runs a proxy for systemd, and replaces it without losing a connection. At SIGHUP it starts the next one with the new
 * bootstrap: that one takes over the sockets, and the one before serves its connections to their end and goes. What it
 * does not know how to mend, such as a proxy that dies, it leaves to systemd.
 *
 * Arguments: a number that no other Envoy of the machine has (`--base-id`), then the program with its flags.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/operations/hot_restart
 */
export const runScript = `#!/bin/sh
set -u
base=$1
shift
epoch=0
previous=
newest=

start() {
  # One that still reads its configuration can hand nothing over.
  if [ -n "$newest" ]; then
    early=$((started + 2 - $(date +%s)))
    if [ "$early" -gt 0 ]; then sleep "$early"; fi
  fi
  previous=$newest
  "$@" --base-id "$base" --restart-epoch "$epoch" &
  newest=$!
  started=$(date +%s)
  epoch=$((epoch + 1))
}

# The one before may already be gone.
stop() {
  kill -TERM $newest $previous 2>/dev/null
}

trap 'start "$@"' HUP
trap stop TERM INT
start "$@"
status=0
while kill -0 "$newest" 2>/dev/null; do
  wait "$newest"
  status=$?
done
stop
wait
exit "$status"
`;
