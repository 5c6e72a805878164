// Conditions over the facts: experts>128, attention:mla, cache<64 KiB, license:"mit".
import { readAmount } from './amounts.js';
import { normal, squashed } from './tokens.js';

const OPERATOR = /^([\p{L}][\p{L}\p{N}_.-]*)(>=|<=|!=|[><=:])(?:"([^"]*)"?|(.*))$/u;
const YES = new Set(['yes', 'true', 'any', 'some', '1']);
const NO = new Set(['no', 'false', 'none', '0', 'without']);
/** What stands before the name of a part in place of a key. */
const WHETHER = /^(has|uses?|with|no|not|without)$/i;
const UNITS = /(\d)\s+((?:[kmgt]i?)?b|[kmbt]|ki|mi|bytes|tokens|billion|million|trillion)(?=$|\s)/gi;

/** What stands between two operators, one word or quoted words each. */
function split(query) {
  const tight = query
    .replace(/[≥]/g, '>=')
    .replace(/[≤]/g, '<=')
    .replace(/[≠]/g, '!=')
    .replace(/[“”„]/g, '"')
    .replace(/[：]/g, ':')
    .replace(/\s*(>=|<=|!=|[><=:])\s*/g, '$1')
    .replace(UNITS, '$1$2');
  return tight.match(/[^\s"]*"[^"]*"?|\S+/g) ?? [];
}

/** Whether a query has a condition, with a key that is known or not. */
export const hasOperator = query => split(query).some(word => OPERATOR.test(word) && !/^https?:/.test(word));

/**
 * The conditions of a query, and the keys in it that nobody knows; null where it has none. `named` gives the key of a
 * word that is one by another name, `mechanismNamed` the number of a mechanism by any of its names.
 */
export function readConditions(query, named, mechanismNamed = () => undefined) {
  const conditions = [];
  const unknown = [];
  const words = [];
  for (const word of split(query)) {
    const [, written, operator, quoted, plain] = OPERATOR.exec(word) ?? [];
    if (!written) {
      words.push(word);
      continue;
    }
    // a key may have several words: kv heads<4
    let key = named(normal(written));
    for (let more = Math.min(3, words.length); more > 0; more--) {
      const longer = named(normal([...words.slice(-more), written].join(' ')));
      if (!longer) continue;
      key = longer;
      words.splice(-more);
      break;
    }
    // has:mla asks for mla:yes
    const text = normal(quoted ?? plain ?? '').trim();
    const mechanism = !key && WHETHER.test(written) ? mechanismNamed(text) : undefined;
    if (mechanism !== undefined) {
      const said = /^(no|not|without)$/i.test(written) ? 'no' : 'yes';
      conditions.push({ key: { name: text, fact: -1, mechanism }, operator: ':', text: said, exact: false });
    } else if (!key) unknown.push(WHETHER.test(written) ? text : written);
    else conditions.push({ key, operator, text, exact: quoted !== undefined });
  }
  return conditions.length || unknown.length ? { conditions, unknown, words } : null;
}

/**
 * Whether a value meets a condition. A figure is a list of the number and its print; `share` is the share of layers
 * that use the mechanism of the key, where it has one.
 */
export function holds({ operator, text, exact, mechanism }, value, share, kind) {
  if (operator === '!=') return !holds({ operator: ':', text, exact, mechanism }, value, share, kind);
  if (mechanism !== undefined) return operator === ':' || operator === '=' ? mechanism > 0 : false;
  const equal = operator === ':' || operator === '=';
  if (share !== undefined && equal && (YES.has(text) || NO.has(text))) return YES.has(text) === share > 0;
  if (Array.isArray(value) && value.length) {
    const number = readAmount(text, kind);
    if (Number.isNaN(number)) return equal && squashed(value[1]) === squashed(text);
    if (operator === '>') return value[0] > number;
    if (operator === '<') return value[0] < number;
    if (operator === '>=') return value[0] >= number;
    if (operator === '<=') return value[0] <= number;
    return value[0] === number;
  }
  if (value === null || value === undefined || Array.isArray(value)) return equal && NO.has(text);
  if (typeof value === 'boolean') return equal && (YES.has(text) ? value : NO.has(text) ? !value : false);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && operator !== ':') return holdsForDate(operator, text, value);
  if (!equal) return false;
  const [has, asked] = [normal(value), text];
  if (exact || operator === '=') return has === asked;
  // a whole value before a part of one: mit is the MIT license and not a modified one
  return (
    has.split(/,\s*/).some(part => part === asked || squashed(part) === squashed(asked)) || startsAWord(has, asked)
  );
}

/** Whether a text has words that begin with those asked for, where it is not a single other name. */
function startsAWord(has, asked) {
  const plain = ` ${has.replace(/[\s_-]+/g, ' ')}`;
  return asked !== '' && plain.startsWith(` ${asked.replace(/[\s_-]+/g, ' ')}`) ? true : wordsOfList(has, asked);
}

const wordsOfList = (has, asked) =>
  has.includes(',') &&
  has.split(/,\s*/).some(part => part.replace(/[\s_-]+/g, ' ').startsWith(asked.replace(/[\s_-]+/g, ' ')));

/** A year or a month is compared with the beginning of a day. */
function holdsForDate(operator, text, value) {
  const date = text.replaceAll(' ', '-');
  const order = value.slice(0, date.length).localeCompare(date);
  if (order === 0) return operator.includes('=');
  return operator[0] === (order > 0 ? '>' : '<');
}
