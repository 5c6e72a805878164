// The words of a query, divided as Java divides the texts (Tokens.java); a test holds the two against each other.
const LONGEST = 40;
// scripts without spaces between words, and Korean, which joins words
const SCRIPTS = ['scx=Han', 'scx=Hiragana', 'scx=Katakana'].concat(
  ['Hangul', 'Thai', 'Lao', 'Myanmar', 'Khmer'].map(script => `Script=${script}`),
);
const IDEOGRAPH = new RegExp(`[${SCRIPTS.map(script => `\\p{${script}}`).join('')}]`, 'u');
const WORD = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /[0-9]/;

/** In lower case, each character in its usual form, without accents. */
export const normal = text =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

/** Whether a character is of a script in which every two characters are a word. */
export const isIdeograph = c =>
  c !== undefined && c >= '\u0e00' && (c === '\u30fc' || (WORD.test(c) && IDEOGRAPH.test(c)));
const isWord = c => c !== undefined && WORD.test(c) && !isIdeograph(c);

/** The words of a text, in order. */
export function tokens(text) {
  const signs = [...normal(text)];
  const found = [];
  const digit = i => DIGIT.test(signs[i] ?? '');
  let at = 0;
  while (at < signs.length) {
    const start = at;
    if (isIdeograph(signs[at])) {
      while (isIdeograph(signs[at])) at++;
      if (at === start + 1) found.push(signs[start]);
      for (let i = start; i + 1 < at; i++) found.push(signs[i] + signs[i + 1]);
    } else if (isWord(signs[at])) {
      let word = '';
      for (; at < signs.length; at++) {
        if (isWord(signs[at])) word += signs[at];
        else if (signs[at] === '.' && digit(at - 1) && digit(at + 1)) word += '.';
        else if (!(signs[at] === ',' && digit(at - 1) && [1, 2, 3].every(i => digit(at + i)) && !digit(at + 4))) break;
      }
      found.push(word.slice(0, LONGEST));
    } else at++;
  }
  return found;
}

/** A name without what parts its words: {@code gptoss120b} of gpt-oss-120b. */
export const squashed = text => tokens(text).join('');

/** The same words without the s of a plural. */
export const singular = word => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word);
