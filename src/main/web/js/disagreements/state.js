const FILTERS = ['kind', 'model'];

/** The choice in the query of an address. */
export function readState(query) {
  const address = new URLSearchParams(query);
  return Object.fromEntries(FILTERS.map(name => [name, address.get(name) ?? '']));
}

/** The query that holds a choice; what is usual is not said. */
export function writeState(state) {
  const address = new URLSearchParams();
  for (const name of FILTERS) if (state[name]) address.set(name, state[name]);
  return address.toString();
}

/** Whether the filters leave a row. */
export const passes = ({ kind, models }, state) =>
  (!state.kind || kind === state.kind) && (!state.model || (models ?? '').split(' ').includes(state.model));

/** How many rows are shown, as a sentence without its period. */
export function countSentence(visible, total) {
  const rows = total === 1 ? '1 disagreement' : `${total} disagreements`;
  if (visible === total) return rows;
  return visible ? `${visible} of ${rows}` : `None of ${rows} fits`;
}

/** The values that rows have for a key, each with its name. */
export const choices = (rows, key) =>
  [...new Set(rows.map(row => row.dataset[key]))].sort().map(value => [value, value]);
