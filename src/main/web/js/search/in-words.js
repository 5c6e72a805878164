// Conditions in words: "moe models over 100b", "context of at least 128k", "fewer than 40 layers".
import { ASKING } from './english.js';
import { normal } from './tokens.js';

const ABOVE = String.raw`over|above|(?:more|larger|bigger|greater|longer) than|at least`;
const BELOW = String.raw`under|below|(?:less|smaller|fewer|shorter) than|at most|up to`;
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(billion|trillion|million|bn|[kmbt])?(?![\w.])`;
const CONDITION = new RegExp(String.raw`^(.*?)\b(?:(${ABOVE})|(${BELOW}))\s+${AMOUNT}(.*)$`);
const INCLUSIVE = /^(at|up)\b/;
/** What a number of billions counts, where nothing else is said. */
const OF_MODELS = new Set(['parameters', 'params', 'parameter', 'weights', 'size', 'total']);

/**
 * The same conditions with operators, `active<10b`; empty where a query has none, or asks after a model that it names.
 */
export function inOperators(query, about) {
  const [, before, above, below, amount, unit = '', behind] = CONDITION.exec(normal(query)) ?? [];
  if (!amount) return '';
  const rest = `${before} ${behind}`;
  if (about.models.find(rest).mentions.length) return '';
  const operator = (above ? '>' : '<') + (INCLUSIVE.test(above ?? below) ? '=' : '');
  const words = rest.split(/[^\p{L}\p{N}_-]+/u).filter(word => word && !ASKING.has(word) && !OF_MODELS.has(word));
  const key = keyOf(words, about);
  const others = key ? words.filter(word => !key.includes(word)) : words;
  if (!key && !/^[bt]|^million/.test(unit)) return '';
  if (others.some(word => about.mechanismNamed(word) === undefined)) return '';
  return [...others, `${key ? key.join(' ') : 'total'}${operator}${amount.replace(/,/g, '')}${unit}`].join(' ');
}

/** The longest run of words that names a fact. */
function keyOf(words, about) {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length);
      if (about.key(run.join(' '))?.fact >= 0) return run;
    }
  }
  return null;
}
