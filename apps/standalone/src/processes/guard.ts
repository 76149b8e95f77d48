/**
 * A shell around a program that ends it when the launcher asks or is gone, be it by `kill -9`: both close the channel on
 * descriptor 3. From outside, because a program in trouble may not notice: PostgreSQL does not look at all, and a Node
 * program that cannot write its log any more may stand still.
 *
 * Parameters: the signal that asks, the seconds to wait, the signal that forces, and the command.
 */
const script = `ask=$1 wait=$2 force=$3; shift 3
"$@" 3<&- & program=$!
{ read -r line <&3; kill -"$ask" "$program"; sleep "$wait"; kill -"$force" "$program"; } >/dev/null 2>&1 & watch=$!
wait "$program"; code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

export interface Ending {
  ask: 'TERM' | 'INT';
  /** Seconds. */
  wait: number;
  force: 'KILL' | 'QUIT';
}

/** The command that runs a command under the guard. */
export function guarded({ ask, wait, force }: Ending, command: string, args: readonly string[]): { command: string; args: string[] } {
  return { command: '/bin/sh', args: ['-c', script, 'lynkify', ask, String(wait), force, command, ...args] };
}
