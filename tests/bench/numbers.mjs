/** The middle one of some numbers; of an even count the higher of the two. */
export const medianOf = (numbers) => quantileOf(numbers, 0.5);

/** The number below which the given share of them lies. */
export function quantileOf(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
