/** Did-you-mean: the known name that a misspelt one most likely stands for. */

/**
 * The candidate nearest to `name` by optimal-string-alignment distance (letter case ignored), or undefined when none is
 * within a third of the name's length (at least 1). Ties go to the earlier candidate.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = alignmentDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Whether `meant` is one edit away from `name`, letter case aside, and no other candidate is within two: what `name` was to be is certain. */
export function isOneSlip(name: string, meant: string, candidates: Iterable<string>): boolean {
  const distanceTo = (candidate: string): number => alignmentDistance(name.toLowerCase(), candidate.toLowerCase());
  return name.length > 2 && distanceTo(meant) <= 1 && [...candidates].every((candidate) => candidate === meant || distanceTo(candidate) > 2);
}

/** Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`. */
function alignmentDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
