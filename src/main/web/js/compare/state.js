/** Filters, by their names in the address. */
const FILTERS = ['q', 'maker', 'kind', 'attention', 'size', 'cache', 'context', 'uses', 'license', 'from'];
/** What a range of each quantity is counted in: parameters in billions, a cache in GiB, a context in k tokens. */
export const UNITS = { size: 1e9, cache: 1024 ** 3, context: 1024 };

/** Whether the columns are those that nobody has to choose. */
export const usualColumns = (state, columns) =>
  columns.every(({ id, usual }, index) => index === 0 || state.columns.has(id) === usual);

const usualIds = columns => columns.filter(({ usual }) => usual).map(({ id }) => id);

/** The choice in the query of an address, but for the models, which are known later. */
export function readState(query, columns) {
  const address = new URLSearchParams(query);
  const list = name => address.get(name)?.split(',');
  return {
    ...Object.fromEntries(FILTERS.map(name => [name, address.get(name) ?? ''])),
    columns: new Set(list('columns') ?? usualIds(columns)),
    picked: [],
    listed: address.get('view') === 'list',
    base: address.get('base') ?? '',
    shown: address.get('shown') ?? '',
    sort: address.get('sort') ?? '',
  };
}

/** The query that holds a choice; what is usual is not said. A comparison is told by its models alone. */
export function writeState(state, columns) {
  const chosen = columns.filter(({ id }) => state.columns.has(id)).map(({ id }) => id);
  const address = new URLSearchParams();
  const list = [
    ...FILTERS.map(name => [name, state[name]]),
    ['columns', chosen.join() === usualIds(columns).join() ? '' : chosen.join()],
    ['pick', state.picked.join()],
    ['view', state.picked.length > 1 ? 'list' : ''],
    ['sort', state.sort],
  ];
  const compared = [
    ['pick', state.picked.join()],
    ['base', state.base === state.picked[0] ? '' : state.base],
    ['shown', state.shown],
  ];
  for (const [name, value] of isCompared(state) ? compared : list) {
    if (value) address.set(name, value);
  }
  return address.toString().replace(/%2C/g, ',');
}

/** Whether the models are shown beside one another. */
export const isCompared = state => state.picked.length > 1 && !state.listed;

/** Whether a filter is set. */
export const isFiltered = state => FILTERS.some(name => state[name]);

/** Whether the filters leave a row; `finds` tells whether words are in it. */
export function passes(row, state, finds) {
  const { q, maker, kind, attention, size, cache, context, uses, license, from } = state;
  const { dataset } = row;
  const used = (dataset.uses ?? '').split(' ');
  return (
    (!maker || dataset.maker === maker) &&
    (!kind || dataset.kind === kind) &&
    (!attention || (dataset.attention ?? '').split('|').includes(attention)) &&
    (!license || dataset.license === license) &&
    (!from || (dataset.released ?? '') >= from) &&
    isWithin(dataset.size, size, UNITS.size) &&
    isWithin(dataset.cache, cache, UNITS.cache) &&
    isWithin(dataset.context, context, UNITS.context) &&
    (state.mechanisms ?? []).every(({ place, without }) => used.includes(String(place)) !== without) &&
    (uses === '' || Boolean(state.mechanisms?.length)) &&
    (!q || finds(q, row))
  );
}

/** Whether a number is in a range such as "5..40", "..40" or "200.."; an end that is no number is open. */
function isWithin(value, range, unit) {
  if (!range) return true;
  const [low, high] = range.split('..').map(end => Number(end) * unit);
  return Number(value) >= (low || 0) && (!high || Number(value) <= high);
}

/** How many models are shown, as a sentence without its period. */
export function countSentence(visible, total) {
  const models = total === 1 ? '1 model' : `${total} models`;
  if (visible === total) return models;
  if (visible) return `${visible} of ${models}`;
  return total > 1 ? `None of ${models} fits` : 'The one model does not fit';
}

/** The mechanisms that an address asks for: `qk-norm,-moe`; what there is not is left out. */
export function readMechanisms(text, known) {
  return text
    .split(',')
    .filter(Boolean)
    .map(key => {
      const without = key.startsWith('-');
      return { key, without, place: known.findIndex(mechanism => mechanism.key === key.replace(/^-/, '')) };
    })
    .filter(({ place }) => place >= 0);
}
