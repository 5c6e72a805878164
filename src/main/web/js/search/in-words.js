// Conditions in words: "moe models over 100b", "context of at least 128k", "fewer than 40 layers".
import { ASKING, asksForAList, boundIn, isContrast, isNegation, orderIn, orderedBy } from './english.js';
import { normal } from './tokens.js';

const ABOVE = String.raw`over|above|(?:more|larger|bigger|greater|longer) than|at least`;
const BELOW = String.raw`under|below|(?:less|smaller|fewer|shorter) than|at most|up to`;
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(billion|trillion|million|bn|[kmbt])?(?![\w.])`;
const CONDITION = new RegExp(String.raw`^(.*?)\b(?:(${ABOVE})|(${BELOW}))\s+${AMOUNT}(.*)$`);
const EXACTLY = /^([a-z ]*?)(\d[\d,]*) ([a-z][a-z -]*)$/;
/** The same behind the name: models with hidden size 4096. */
const NAMED_EXACTLY = /^([a-z][a-z -]*?) (?:of )?(\d[\d,]*)$/;
const INCLUSIVE = /^(at|up)\b/;
/** What a number of billions counts, where nothing else is said. */
const OF_MODELS = new Set(['parameters', 'params', 'parameter', 'weights', 'size', 'total']);

/**
 * The same conditions with operators, `active<10b`, and the fact in whose order models are asked for besides, 1 or −1
 * being its way; null where a query has no condition, or asks after a model that it names. `restricting` tells which
 * words name a maker or a license.
 */
export async function inOperators(query, about, restricting) {
  const { rest: text, conditions } = withoutLicense(normal(query), about);
  const dates = boundIn(text);
  const [, before, above, below, amount, unit = '', behind] = dates ? [] : (CONDITION.exec(text) ?? []);
  if (!dates && !amount) return exactly(normal(query), about);
  const rest = dates ? text.replace(dates.found, ' ') : `${before} ${behind}`;
  if (about.models.find(rest).mentions.length) return null;
  const way = orderIn(rest);
  const words = tellingWords(rest).filter(word => !OF_MODELS.has(word));
  // billions are of parameters, and of no fact that is the name of a part or a text: vision models under 30b
  const ofParameters = /^[bt]|^million/.test(unit);
  const counts = run => !ofParameters || (about.mechanismNamed(run) === undefined && !isOfText(run, about));
  const key = keyOf(words, about, dates ? run => about.key(run).fact === about.fact('released') : counts);
  // in "longest context under 10b" the fact is what decides the order
  const ordered = way && key && ofParameters && !/active/.test(key.join(' ')) ? key : null;
  if (!key && !ofParameters && !(dates && (asksForAList(text) || words.length))) return null;
  const others = await partsIn(key ? words.filter(word => !key.includes(word)) : words, about, restricting);
  if (!others) return null;
  const limited = key && !ordered ? key.join(' ') : 'total';
  const operator = (above ? '>' : '<') + (INCLUSIVE.test(above ?? below) ? '=' : '');
  const condition = dates ? `released${dates.bound}` : `${limited}${operator}${amount.replace(/,/g, '')}${unit}`;
  return {
    query: [condition, ...conditions, ...others].join(' '),
    order: way ? { way, fact: ordered ? about.key(ordered.join(' ')).fact : about.fact(orderedBy(rest)) } : null,
  };
}

const tellingWords = text =>
  text.split(/[^\p{L}\p{N}_-]+/u).filter(word => word && (isNegation(word) || !ASKING.has(word)) && !orderIn(word));

/** Whether a word is one beside a value that is no number: apache license. */
const isOfText = (word, about) => ['license', 'organization'].some(path => about.key(word)?.fact === about.fact(path));

/**
 * The mechanisms that words name, `mla:yes`, or `mla:no` behind a negation, and makers and licenses; null where a word
 * is neither.
 */
async function partsIn(words, about, restricting) {
  const parts = [];
  let answer = 'yes';
  const unknown = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(3, words.length - at);
    while (length && about.mechanismNamed(words.slice(at, at + length).join(' ')) === undefined) length--;
    if (length) parts.push(`${words.slice(at, at + length).join(' ')}:${answer}`);
    else if (isNegation(words[at])) answer = 'no';
    else if (isContrast(words[at])) answer = 'yes';
    else if (!isOfText(words[at], about)) unknown.push(words[at]);
    at += length || 1;
  }
  const { left } = await restricting(unknown);
  return left.length ? null : [...unknown, ...parts];
}

/** A count before the name of a fact, and nothing else: models with 128 experts, 61 layers. */
function exactly(text, about) {
  const [, before, amount, behind] = EXACTLY.exec(text) ?? [];
  if (orderIn(text) || about.models.find(text).mentions.length) return null;
  if (!amount) return namedExactly(text, about);
  if (before.split(/\s+/).some(word => word && !ASKING.has(word))) return null;
  const key = about.key(behind.trim());
  return key?.fact >= 0 ? { query: `${behind.trim()}=${amount.replace(/,/g, '')}`, order: null } : null;
}

function namedExactly(text, about) {
  const [, before, amount] = NAMED_EXACTLY.exec(text) ?? [];
  if (!amount || !asksForAList(before)) return null;
  const words = tellingWords(before);
  const key = keyOf(words, about, run => about.key(run).fact !== about.fact('released'));
  return key?.length === words.length ? { query: `${key.join(' ')}=${amount.replace(/,/g, '')}`, order: null } : null;
}

/** A query without the words for an unrestricted license, and the condition that they are. */
function withoutLicense(text, about) {
  const words = text.split(' ');
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const key = about.key(words.slice(at, at + length).join(' '));
      if (key && key.fact === about.fact('open_license')) {
        words.splice(at, length);
        const denied = isNegation(words.slice(0, at).findLast(word => !/^an?$/.test(word)) ?? '');
        return { rest: words.join(' '), conditions: [`open_license:${denied ? 'no' : 'yes'}`] };
      }
    }
  }
  return { rest: text, conditions: [] };
}

/** The longest run of words that names a fact. */
function keyOf(words, about, may) {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length);
      if (about.key(run.join(' '))?.fact >= 0 && may(run.join(' '))) return run;
    }
  }
  return null;
}
