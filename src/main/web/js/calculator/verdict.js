import { binaryText, grouped } from '../number/printed.js';

/** Below this part of the memory, what is to spare is little. */
const LITTLE = 0.02;

/** Whether the whole fits into the memory, in a word for the style sheet and in words for the reader. */
export function verdict(answer, asked) {
  const many = asked.cards > 1;
  const where = many ? `the fullest of ${grouped(asked.cards)} × ${asked.cardName}` : asked.cardName;
  const spare = answer.spare_bytes;
  if (spare < 0) return { state: 'no', words: `Does not fit: ${binaryText(-spare)} too much for ${where}.` };
  if (spare < LITTLE * asked.bytes) {
    return { state: 'close', words: `Just fits, with ${binaryText(spare)} to spare on ${where}.` };
  }
  return { state: 'fits', words: `Fits, with ${binaryText(spare)} to spare on ${where}.` };
}

/** The least memory among the cards of the form that holds what the fullest card holds; a card before a machine. */
export function smallestCard(options, bytes) {
  const enough = options.filter(({ dataset }) => Number(dataset.bytes) >= bytes);
  const least = (a, b) => Number(a.dataset.bytes) - Number(b.dataset.bytes);
  const own = enough.filter(({ dataset }) => dataset.own === 'true').sort(least);
  return own[0] ?? enough.sort(least)[0] ?? null;
}
