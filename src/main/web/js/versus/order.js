/** Beyond sixteen times as much a number counts no more: a group is not first for a single figure. */
const MOST_DOUBLINGS = 4;

/**
 * How much a row of values differs: a text that is not the same counts one, a number the doublings between its least
 * and its greatest value.
 */
export function difference(values, differs) {
  if (!differs) return 0;
  const numbers = values.filter(value => typeof value === 'number' && value > 0);
  if (numbers.length < values.length) return 1;
  return Math.min(MOST_DOUBLINGS, Math.log2(Math.max(...numbers) / Math.min(...numbers)));
}
