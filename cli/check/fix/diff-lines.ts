/** Lines `start` to `end` (not included) that became lines `newStart` to `newEnd`. All count from 0. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The fewest changes that make one list of lines into another (Myers, "An O(ND) difference algorithm", 1986). */
export function diffLines(old: readonly string[], young: readonly string[]): readonly LineChange[] {
  const rounds: Map<number, number>[] = [];
  const reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= old.length + young.length; edits += 1) {
    rounds.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = stepDown(reach, diagonal, edits)
        ? (reach.get(diagonal + 1) ?? 0)
        : (reach.get(diagonal - 1) ?? 0) + 1;
      while (at < old.length && at - diagonal < young.length && old[at] === young[at - diagonal]) {
        at += 1;
      }
      reach.set(diagonal, at);
      if (at >= old.length && at - diagonal >= young.length) {
        return walkBack(rounds, old.length, young.length);
      }
    }
  }
  return [];
}

/** Whether the furthest way to a diagonal comes from a line that was added, not from one that was taken away. */
function stepDown(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (reach.get(diagonal - 1) ?? 0) < (reach.get(diagonal + 1) ?? 0);
}

function walkBack(rounds: readonly Map<number, number>[], x: number, y: number): LineChange[] {
  const changes: LineChange[] = [];
  let [atOld, atNew] = [x, y];
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const reach = rounds[edits] ?? new Map<number, number>();
    const isDown = stepDown(reach, atOld - atNew, edits);
    const diagonal = atOld - atNew + (isDown ? 1 : -1);
    const start = reach.get(diagonal) ?? 0;
    const newStart = start - diagonal;
    const change = {
      start,
      end: start + (isDown ? 0 : 1),
      newStart,
      newEnd: newStart + (isDown ? 1 : 0),
    };
    const next = changes[0];
    if (next !== undefined && next.start === change.end && next.newStart === change.newEnd) {
      changes[0] = { ...change, end: next.end, newEnd: next.newEnd };
    } else changes.unshift(change);
    [atOld, atNew] = [start, newStart];
  }
  return changes;
}
