/** Returns the median of some figures. */
export function computeMedian(figures: readonly number[]): number {
  const sorted = [...figures].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  const [below = NaN, above = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (below + above) / 2;
}

/**
 * Returns the median of the rounds' ratios to a baseline, because each round has its own conditions.
 *
 * @param figures - A figure for each round.
 * @param baseline - The figure of the baseline for each round.
 * @returns The median, or NaN without rounds.
 */
export function computeMedianRatio(figures: readonly number[], baseline: readonly number[]): number {
  return computeMedian(figures.map((figure, round) => figure / (baseline[round] ?? NaN)));
}
