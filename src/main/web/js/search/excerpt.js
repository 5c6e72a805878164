import { isIdeograph, normal } from './tokens.js';

/** The text around the first hit, cut at spaces; in `pieces` every second one is a hit. */
export function excerpt(text, terms, length = Infinity) {
  const pattern = terms.length && new RegExp(`(${[...terms].sort(longestFirst).map(found).join('|')})`, 'giu');
  const first = pattern ? Math.max(0, text.search(pattern)) : 0;
  const start = first > length * 0.4 ? text.indexOf(' ', first - length * 0.35) + 1 : 0;
  let end = Math.min(text.length, start + length);
  // a text without spaces is cut anywhere
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), start + length * 0.6);
  const kept = text.slice(start, end);
  return { cutBefore: start > 0, pieces: pattern ? kept.split(pattern) : [kept], cutAfter: end < text.length };
}

/** With exponents as they are printed: a formula is looked for as it is typed, as in 10^-5. */
export const raised = text => text.replace(/\^(-?\d+)/g, (_, digits) => [...digits].map(digit => UP[digit]).join(''));

const UP = Object.fromEntries([...'0123456789-'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[i]]));

/** A word where one begins; of scripts without spaces anywhere; the commas of a number stand between digits. */
function found(term) {
  const escaped = normal(term)
    .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\d(?=\d)/g, '$&,?');
  // one or two letters or digits are a whole word or none
  const end = term.length < 3 || /^[\d.]+$/.test(term) ? '(?![\\p{L}\\p{N}])' : '';
  return isIdeograph([...term][0]) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}${end}`;
}

const longestFirst = (a, b) => b.length - a.length;
