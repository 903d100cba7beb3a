#!/bin/sh
# Runs a command and ends as it ends, but for the statuses 77 (Discord refuses the token) and 78 (settings or corpus are
# wrong, or Discord refuses what the bot asks of it): then it waits to be stopped. Docker can only restart after every
# failure or after none, and a bot that is started again and again with a refused token or wrong settings is an outage
# of its own: Discord allows 1,000 log-ins a day and then resets the token.
# Signals go to the command.

stopping= child=
trap 'stopping=TERM; kill -s TERM $child 2>/dev/null' TERM
trap 'stopping=INT; kill -s INT $child 2>/dev/null' INT
trap 'kill -s HUP $child 2>/dev/null' HUP

"$@" &
child=$!
# For a signal that came before there was a command.
[ -z "$stopping" ] || kill -s "$stopping" "$child"

# A signal ends `wait`, though not the command.
while :; do
	wait "$child"
	status=$?
	kill -0 "$child" 2>/dev/null || break
done

case $status in
77 | 78)
	trap 'exit $status' TERM INT
	trap '' HUP
	[ -z "$stopping" ] || exit "$status"
	echo "ended with status $status, which no restart would mend: waiting to be stopped" >&2
	while :; do sleep 1; done
	;;
esac
exit "$status"
