import type { GuardChange } from './command.js';

/**
 * What a command does to the guards, as `es.command` keeps it: `[[account, reserve, paid], [account, reserve, paid,
 * ceiling], …]`, amounts as texts. A change that only compares does nothing, and is left out.
 */
export function movesOf(changes: readonly GuardChange[]): string {
  const moves = changes
    .filter(({ ceiling, reserve, paid }) => ceiling !== undefined || reserve !== undefined || paid !== undefined)
    .map(({ account, ceiling, reserve, paid }) => {
      const move = [account, (reserve ?? 0n).toString(), (paid ?? 0n).toString()];
      return ceiling === undefined ? move : [...move, ceiling === null ? null : ceiling.toString()];
    });
  return moves.length === 0 ? '' : JSON.stringify(moves);
}
