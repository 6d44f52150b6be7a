/** A range of counts, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The counts that `trials` independent trials of the given probability give with at least the given confidence: the
 * smallest range that leaves at most half of the rest beyond each end. Exact, not the normal approximation, so it
 * also holds for small counts and probabilities near 0 and 1.
 *
 * @param trials whole, 0 to 10,000,000
 * @param probability 0 to 1
 * @param confidence above 0 and below 1, for example 0.999
 */
export function binomialInterval(
  trials: number,
  probability: number,
  confidence: number,
): Interval {
  if (!Number.isSafeInteger(trials) || trials < 0 || trials > 10_000_000)
    throw new RangeError(
      `trials must be a whole number from 0 to 10,000,000, got ${String(trials)}`,
    );
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability must be from 0 to 1, got ${String(probability)}`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must be above 0 and below 1, got ${String(confidence)}`);
  if (probability === 0 || trials === 0) return { low: 0, high: 0 };
  if (probability === 1) return { low: trials, high: trials };
  const { first, weights } = relativeWeights(trials, probability);
  const tail = ((1 - confidence) / 2) * weights.reduce((sum, weight) => sum + weight, 0);
  return {
    low: first + countUpTo(tail, weights),
    high: first + weights.length - 1 - countUpTo(tail, weights.toReversed()),
  };
}

/**
 * Probabilities of neighbouring counts relative to that of the most likely one. They follow from each other by one
 * multiplication, without factorials; those that are too small to be a number cannot matter.
 */
function relativeWeights(trials: number, p: number): { first: number; weights: number[] } {
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  const odds = p / (1 - p);
  const below: number[] = [];
  for (let count = mode, weight = 1; count > 0; count -= 1) {
    weight *= count / (trials - count + 1) / odds;
    if (weight < 1e-300) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let count = mode, weight = 1; count < trials; count += 1) {
    weight *= ((trials - count) / (count + 1)) * odds;
    if (weight < 1e-300) break;
    above.push(weight);
  }
  return { first: mode - below.length, weights: [...below.reverse(), 1, ...above] };
}

/** How many weights from the start fit into the limit together. */
function countUpTo(limit: number, weights: readonly number[]): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (sum > limit) return index;
  }
  return weights.length - 1;
}
