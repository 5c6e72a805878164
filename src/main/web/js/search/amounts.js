// Amounts as people type them.
import { scaled } from '../number/printed.js';
import { BYTE_UNITS, TOKEN_UNITS } from '../number/units.js';

const COUNTS = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, t: 1e12, million: 1e6, billion: 1e9, trillion: 1e12 };
const NUMBER = /^(\d[\d,_]*(?:\.\d+)?|\.\d+)\s*([a-z]*)$/;

/** What an amount may be: of tokens, of bytes, or a count; NaN where it is none. */
export function readAmount(text, kind) {
  const [, digits, unit] = NUMBER.exec(String(text).trim().toLowerCase()) ?? [];
  if (!digits) return NaN;
  const value = Number(digits.replace(/[,_]/g, ''));
  if (!unit) return value;
  if (kind === 'tokens') return value * (TOKEN_UNITS[unit.replace(/i$/, '')] ?? COUNTS[unit] ?? NaN);
  if (kind === 'bytes') return value * (BYTE_UNITS[unit] ?? BYTE_UNITS[`${unit}b`] ?? NaN);
  return value * (COUNTS[unit] ?? NaN);
}

const LENGTH = String.raw`(\d[\d,]*(?:\.\d+)?\s*(?:ki|k|mi|million|m)?)`;
const OTHER_UNIT = '(?:bits?|gb|gib|cards?|users?)';
/** A number without a unit that may be a context: no card has so many digits, and no card's number is a round one. */
const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d{5,8}|1024|2048|4096|8192)`;
const BESIDE_A_CACHE = String.raw`(?:(?=.*\bcache)|(?<=\bcache\b.*))`;
/** Of the patterns of a context, the first that a query has. */
const CONTEXTS = [
  String.raw`(?:\bat|@|\bwith|\bfor|\bcontext(?: of)?)\s*${LENGTH}(?![\w.])(?!\s*${OTHER_UNIT})(?:\s*tokens?\b)?`,
  String.raw`(?<![\w.])${LENGTH}\s*(?:tokens?|context|ctx)(?![a-z])`,
  String.raw`(?<![\w.])(\d+(?:\.\d+)?\s*(?:ki|k))(?![\w.])`,
  // a million of tokens, where a cache is asked for: no model has so few parameters
  String.raw`(?<![\w.])(\d+(?:\.\d+)?\s*(?:mi|m))(?![\w.])${BESIDE_A_CACHE}`,
  String.raw`(?<![\w.,])${COUNT}(?![\w.,])${BESIDE_A_CACHE}`,
].map(pattern => new RegExp(pattern));

/** The context that a query names, in tokens, and as it was found: "at 32k", "131,072 tokens", "128k context". */
export function contextIn(query) {
  for (const pattern of CONTEXTS) {
    const [whole, amount] = pattern.exec(query) ?? [];
    const tokens = amount ? readAmount(amount.replace(/\s/g, ''), 'tokens') : NaN;
    // the word context asks for something itself
    const found = whole?.replace(/context|ctx/, '').trim();
    if (tokens >= 256 && tokens <= 1e8 && Number.isInteger(tokens)) return { tokens, found };
  }
  return null;
}

/** The memory that a query names, in bytes, and as it was found. */
export function memoryIn(query) {
  const [found, digits, unit] =
    /(?<![\w.])(?:\d{1,2}\s*[x×]\s*)?(\d+(?:\.\d+)?)\s*-?(gb|gib|g)(?!\w)/i.exec(query) ?? [];
  if (!digits) return null;
  const binary = unit.toLowerCase() === 'gib';
  return { bytes: Number(digits) * (binary ? 1024 ** 3 : 1e9), text: `${digits} ${binary ? 'GiB' : 'GB'}`, found };
}

/** The bits of a number that a query names; 0 where it names none. */
export function bitsIn(query) {
  const [, before, after] = /(?:\b(\d+)[\s-]*bits?\b|\b(?:int|fp|q|bf)(\d+)(?:_\w+)?\b)/i.exec(query) ?? [];
  const bits = Number(before ?? after);
  return [4, 8, 16].includes(bits) ? bits : 0;
}

/** The sequences that a query names, as users or as a batch, and as they were found; null where it names none. */
export function sequencesIn(query) {
  const [found, batch, count] =
    /\bbatch(?:\s+size)?(?:\s+of)?\s+(\d+)\b|\b(\d+)\s+(?:concurrent\s+)?(?:users?|sequences|requests|people)\b/.exec(
      query,
    ) ?? [];
  const sequences = Number(batch ?? count);
  return sequences > 0 && sequences <= 65536 ? { sequences, found } : null;
}

const BINARY = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes as the pages print them. */
export const printBytes = bytes => scaled(bytes, 1024, BINARY).join('\u202f');

/** Decimal gigabytes, as cards are sold. */
export const printGigabytes = bytes => `${grouped(bytes / 1e9, 1)}\u202fGB`;

/** All digits in groups of three. */
export const grouped = (value, decimals = 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** 32,768 as 32k, 1,048,576 as 1M, other numbers in full. */
export function printTokens(tokens) {
  if (tokens && tokens % 1024 ** 2 === 0) return `${grouped(tokens / 1024 ** 2)}M`;
  return tokens % 1024 ? grouped(tokens) : `${grouped(tokens / 1024)}k`;
}

/**
 * The cache of one sequence in bytes at a context, of its state and its parts: bytes of an entry, the most tokens that
 * have one (0 for all), tokens for an entry.
 */
export function cacheBytes([state, ...parts], context, bits = 16) {
  return parts.reduce((sum, [entry, limit, every]) => {
    const entries = Math.floor((limit ? Math.min(context, limit) : context) / every);
    return sum + (entries * entry * bits) / 16;
  }, state);
}
