const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Uint8Array(128);
[...SIGNS].forEach((sign, i) => (VALUES[sign.charCodeAt(0)] = i));
/** What each of the 64 signs of a weight stands for: twelve steps between two powers of two. */
const WEIGHTS = Array.from({ length: 64 }, (_, i) => 2 ** (i / 12) - 1);

/** The sections of a word with its weight in each; `count` is more where not all are listed. */
export function readPostings(text) {
  const [listed, more] = text.split(' ');
  const sections = [];
  const weights = [];
  let at = 0;
  let section = 0;
  while (at < listed.length) {
    let shift = 0;
    let digit;
    do {
      digit = VALUES[listed.charCodeAt(at++)];
      section += (digit & 31) << shift;
      shift += 5;
    } while (digit & 32);
    sections.push(section);
    weights.push(WEIGHTS[VALUES[listed.charCodeAt(at++)]]);
  }
  return { sections, weights, count: more ? Number(more) : sections.length, whole: !more };
}
