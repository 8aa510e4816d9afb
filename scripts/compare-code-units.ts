/**
 * Compares two texts by their code units, so that the order is the same in every locale.
 *
 * @param first - A text.
 * @param second - Another text.
 * @returns A negative number if `first` comes before `second`, a positive one if it comes after it, or else 0.
 */
export function compareCodeUnits(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
