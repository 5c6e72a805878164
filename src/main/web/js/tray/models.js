/** The most models in one comparison. */
export const MOST = 6;
const LONGEST_NAME = 80;

const squashed = text =>
  text
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The models that can be compared, from the data of compare-models.js. */
export function modelsOf({ groups, models }) {
  const ids = Object.keys(models);
  const values = new Map(ids.map(id => [id, models[id].values.split(' ')]));
  const flagshipOf = some => some.find(id => models[id].flagship) ?? some[some.length - 1];
  const known = (text, names) => ids.filter(id => names(models[id], id).some(name => squashed(name) === text));

  /** The model that a reader means by an id, a name, the name of a family, or a part of a name that fits one family. */
  function resolve(name) {
    const text = squashed(name);
    if (!text) return null;
    const [exact] = known(text, (model, id) => [id, model.name]);
    if (exact) return exact;
    const family = known(text, ({ slug, family: title }) => [slug, title]);
    if (family.length) return flagshipOf(family);
    const partly = text.length > 1 ? ids.filter(id => squashed(models[id].name).includes(text)) : [];
    return partly.length && new Set(partly.map(id => models[id].slug)).size === 1 ? flagshipOf(partly) : null;
  }

  return {
    groups,
    ids,
    resolve,
    of: id => models[id],
    facts: values.get(ids[0])?.length ?? 0,
    /** In how many facts these models differ. */
    differing: chosen => {
      const [first, ...others] = chosen.map(id => values.get(id));
      return first ? first.filter((value, i) => others.some(other => other[i] !== value)).length : 0;
    },
    /** Whether these models differ in a fact, by its place among all. */
    differsIn: (chosen, place) => new Set(chosen.map(id => values.get(id)[place])).size > 1,
  };
}

/** The models that an address asks for: `pick=a,b`, or `a=…&b=…` for two; and the names that nobody bears. */
export function askedFor(query, { resolve }) {
  const address = new URLSearchParams(query);
  const names = [...(address.get('pick') ?? '').split(','), ...address.getAll('a'), ...address.getAll('b')]
    .map(name => name.trim())
    .filter(Boolean)
    .slice(0, 2 * MOST);
  const found = names.map(name => [name, resolve(name)]);
  return {
    ids: [...new Set(found.map(([, id]) => id).filter(Boolean))].slice(0, MOST),
    unknown: found.filter(([, id]) => !id).map(([name]) => name.slice(0, LONGEST_NAME)),
  };
}
