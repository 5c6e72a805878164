// Conditions in words: "moe models over 100b", "context of at least 128k", "fewer than 40 layers".
import { ASKING, orderIn, orderedBy } from './english.js';
import { normal } from './tokens.js';

const ABOVE = String.raw`over|above|(?:more|larger|bigger|greater|longer) than|at least`;
const BELOW = String.raw`under|below|(?:less|smaller|fewer|shorter) than|at most|up to`;
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(billion|trillion|million|bn|[kmbt])?(?![\w.])`;
const CONDITION = new RegExp(String.raw`^(.*?)\b(?:(${ABOVE})|(${BELOW}))\s+${AMOUNT}(.*)$`);
const EXACTLY = /^([a-z ]*?)(\d[\d,]*) ([a-z][a-z -]*)$/;
const INCLUSIVE = /^(at|up)\b/;
/** What a number of billions counts, where nothing else is said. */
const OF_MODELS = new Set(['parameters', 'params', 'parameter', 'weights', 'size', 'total']);

/**
 * The same conditions with operators, `active<10b`, and the fact in whose order models are asked for besides, 1 or −1
 * being its way; null where a query has no condition, or asks after a model that it names.
 */
export function inOperators(query, about) {
  const text = normal(query);
  const [, before, above, below, amount, unit = '', behind] = CONDITION.exec(text) ?? [];
  if (!amount) return exactly(text, about);
  const rest = `${before} ${behind}`;
  if (about.models.find(rest).mentions.length) return null;
  const way = orderIn(rest);
  const operator = (above ? '>' : '<') + (INCLUSIVE.test(above ?? below) ? '=' : '');
  const words = rest
    .split(/[^\p{L}\p{N}_-]+/u)
    .filter(word => word && !ASKING.has(word) && !OF_MODELS.has(word) && !orderIn(word));
  const ofParameters = /^[bt]|^million/.test(unit);
  const key = keyOf(words, about);
  // in "longest context under 10b" billions are of parameters, and the fact is what decides the order
  const ordered = way && key && ofParameters && !/active/.test(key.join(' ')) ? key : null;
  const others = key ? words.filter(word => !key.includes(word)) : words;
  if (!key && !ofParameters) return null;
  if (others.some(word => about.mechanismNamed(word) === undefined)) return null;
  const limited = key && !ordered ? key.join(' ') : 'total';
  return {
    query: [...others, `${limited}${operator}${amount.replace(/,/g, '')}${unit}`].join(' '),
    order: way ? { way, fact: ordered ? about.key(ordered.join(' ')).fact : about.fact(orderedBy(rest)) } : null,
  };
}

/** A count before the name of a fact, and nothing else: models with 128 experts, 61 layers. */
function exactly(text, about) {
  const [, before, amount, behind] = EXACTLY.exec(text) ?? [];
  if (!amount || orderIn(text) || about.models.find(text).mentions.length) return null;
  if (before.split(/\s+/).some(word => word && !ASKING.has(word))) return null;
  const key = about.key(behind.trim());
  return key?.fact >= 0 ? { query: `${behind.trim()}=${amount.replace(/,/g, '')}`, order: null } : null;
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
