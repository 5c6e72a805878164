import { BYTE_UNITS, TOKEN_UNITS } from '../number/units.js';

const MOST_TOKENS = 1024 ** 3;
const MOST_BYTES = 2 ** 50;

/** A number of tokens as people write it, `k` being 1,024; an error in words for anything else. */
export function tokens(label, text, least = 1) {
  const found = /^([\d.]+)\s*([km]?)$/i.exec(text.replace(/[,\s_]/g, ''));
  const value = found ? Math.round(Number(found[1]) * (TOKEN_UNITS[found[2].toLowerCase()] ?? 1)) : NaN;
  if (!Number.isFinite(value)) throw new Error(`${label}: write a number of tokens such as 8192, 32k or 1M`);
  return within(label, value, least, MOST_TOKENS);
}

/** A whole number within bounds. */
export function whole(label, text, most) {
  const value = /^\d+$/.test(text.replace(/[,\s]/g, '')) ? Number(text.replace(/[,\s]/g, '')) : NaN;
  if (Number.isNaN(value)) throw new Error(`${label}: write a whole number`);
  return within(label, value, 1, most);
}

/** A size with its unit, in bytes; a bare number is taken as GiB. */
export function size(label, text) {
  const found = /^([\d.]+)\s*([kmgt]?i?b)?$/i.exec(text.trim().replace(/,/g, ''));
  const value = found ? Math.round(Number(found[1]) * BYTE_UNITS[(found[2] ?? 'gib').toLowerCase()]) : NaN;
  if (!Number.isFinite(value)) throw new Error(`${label}: write a size such as 24 GiB or 80 GB`);
  return within(label, value, 0, MOST_BYTES);
}

function within(label, value, least, most) {
  if (value < least || value > most) {
    throw new Error(`${label}: from ${least} to ${most.toLocaleString('en-US')}`);
  }
  return value;
}

/** Tokens as a field shows them: 32k where that is all of it. */
export function tokensText(count) {
  if (count >= TOKEN_UNITS.m && count % TOKEN_UNITS.m === 0) return `${count / TOKEN_UNITS.m}M`;
  return count >= 1024 && count % 1024 === 0 ? `${count / 1024}k` : String(count);
}
