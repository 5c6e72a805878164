/** Words that mean the same as one in the values of the facts. */
const SAME = {
  mla: 'latent',
  gqa: 'grouped',
  mha: 'multi-head',
  mqa: 'multi-query',
  swa: 'sliding',
  local: 'sliding',
  deltanet: 'linear',
  yes: 'true',
  no: 'false',
};
const SCALE = { k: 1e3, m: 1e6, b: 1e9, t: 1e12, kib: 1024, mib: 1048576, gib: 1073741824 };

const normal = value =>
  String(value)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** The conditions in a query, or null where it is no question over facts; `keys` has what can be asked for. */
export function readConditions(query, keys) {
  const conditions = [];
  const tight = query.toLowerCase().replace(/\s*(>=|<=|[><=:])\s*/g, '$1');
  for (const word of tight.split(/\s+/).filter(Boolean)) {
    const [, key, operator, right] = /^([a-z][a-z0-9_.-]*)(?:(>=|<=|[><=:])(.+))?$/.exec(word) ?? [];
    if (!key || !Object.hasOwn(keys, key)) return null;
    conditions.push({ key, operator, text: right && normal(SAME[right] ?? right), number: readNumber(right) });
  }
  return conditions.length ? conditions : null;
}

/** A number such as 128, 131,072, 30b or 64kib; NaN for anything else. */
function readNumber(text) {
  const [, digits, unit] = /^([\d.,]+)(kib|mib|gib|k|m|b|t)?$/.exec(text ?? '') ?? [];
  return digits ? Number(digits.replace(/,/g, '')) * (SCALE[unit] ?? 1) : NaN;
}

/** Whether the values of a model meet a condition. */
export function holds({ key, operator, text, number }, values) {
  const value = values[key];
  if (value === undefined || value === null) return operator === ':' && (text === 'false' || text === 'none');
  if (!operator) return value !== false;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && operator !== ':') return holdsForDate(operator, text, value);
  if (typeof value !== 'number' || Number.isNaN(number)) {
    return (operator === ':' || operator === '=') && normal(value).includes(text);
  }
  if (operator === '>') return value > number;
  if (operator === '<') return value < number;
  if (operator === '>=') return value >= number;
  if (operator === '<=') return value <= number;
  return value === number;
}

/** A year or a month is compared with the beginning of a day. */
function holdsForDate(operator, text, value) {
  const date = text.replaceAll(' ', '-');
  const order = value.slice(0, date.length).localeCompare(date);
  if (order === 0) return operator.includes('=');
  return operator[0] === (order > 0 ? '>' : '<');
}
