/** The most models side by side. */
export const MOST = 6;
/** Filters, by their names in the address. */
const FILTERS = ['q', 'maker', 'kind', 'attention', 'size', 'license', 'from'];

const usualIds = columns => columns.filter(({ usual }) => usual).map(({ id }) => id);

/** The choice in the query of an address; `ids` are the models that there are. */
export function readState(query, columns, ids) {
  const address = new URLSearchParams(query);
  const list = name => address.get(name)?.split(',');
  return {
    ...Object.fromEntries(FILTERS.map(name => [name, address.get(name) ?? ''])),
    columns: new Set(list('columns') ?? usualIds(columns)),
    picked: (list('pick') ?? []).filter(id => ids.includes(id)).slice(0, MOST),
    differences: address.has('differences'),
    sort: address.get('sort') ?? '',
  };
}

/** The query that holds a choice; what is usual is not said. */
export function writeState(state, columns) {
  const chosen = columns.filter(({ id }) => state.columns.has(id)).map(({ id }) => id);
  const address = new URLSearchParams();
  for (const [name, value] of [
    ...FILTERS.map(name => [name, state[name]]),
    ['columns', chosen.join() === usualIds(columns).join() ? '' : chosen.join()],
    ['pick', state.picked.join()],
    ['differences', state.differences ? '1' : ''],
    ['sort', state.sort],
  ]) {
    if (value) address.set(name, value);
  }
  return address.toString().replace(/%2C/g, ',');
}

/** Whether a filter is set. */
export const isFiltered = state => FILTERS.some(name => state[name]);

/** Whether the filters leave a row. */
export function passes(row, { q, maker, kind, attention, size, license, from }) {
  const { dataset } = row;
  return (
    (!maker || dataset.maker === maker) &&
    (!kind || dataset.kind === kind) &&
    (!attention || (dataset.attention ?? '').split('|').includes(attention)) &&
    (!license || dataset.license === license) &&
    (!from || (dataset.released ?? '') >= from) &&
    (!size || isWithin(Number(dataset.size), size)) &&
    (!q || row.textContent.toLowerCase().includes(q.toLowerCase()))
  );
}

/** Whether a number of parameters is in a range of billions such as "5..40" or "200..". */
function isWithin(parameters, range) {
  const [low, high] = range.split('..').map(billions => Number(billions) * 1e9);
  return parameters > low && (!high || parameters <= high);
}

/** How many models are shown, as a sentence without its period. */
export function countSentence(visible, total, picked) {
  const models = total === 1 ? '1 model' : `${total} models`;
  const more = picked === 1 && total > 1 ? '; choose one more to set them side by side' : '';
  if (visible === total) return models + more;
  if (visible) return `${visible} of ${models}${more}`;
  return `${total > 1 ? `None of ${models} fits` : 'The one model does not fit'}${more}`;
}
