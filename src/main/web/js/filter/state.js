/** The choice in the query of an address, for filters of these names. */
export function readState(query, names) {
  const address = new URLSearchParams(query);
  return Object.fromEntries(names.map(name => [name, address.get(name) ?? '']));
}

/** The query that holds a choice; what is usual is not said. */
export function writeState(state) {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) address.set(name, value);
  return address.toString();
}

/** Puts a choice into the address, without a step back to it. */
export function keepState(state) {
  const query = writeState(state);
  try {
    history.replaceState(null, '', (query ? `?${query}` : location.pathname) + location.hash);
  } catch {
    /* from a folder */
  }
}

/** Whether what an entry has fits all that is chosen; an entry has a list of values for each filter. */
export const passes = (entry, state) =>
  Object.entries(state).every(([name, value]) => !value || (entry[name] ?? []).includes(value));

/** How many entries are shown, as a sentence without its period. */
export function countSentence(visible, total, noun) {
  const entries = total === 1 ? `1 ${noun}` : `${total} ${noun}s`;
  if (visible === total) return entries;
  return visible ? `${visible} of ${entries}` : `None of ${entries} fits`;
}

/** The values that entries have for a filter, each with its name. */
export const choices = (entries, name) =>
  [...new Set(entries.flatMap(entry => entry[name] ?? []))]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map(value => [value, value]);
