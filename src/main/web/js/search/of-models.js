// What an answer says of a model: its name, where its pages are, what it is in brief.

/** The facts that are a cache, and those of them that are one at a length of context. */
export const CACHE_PATHS = /^kv_cache\./;
export const CACHE_AT = /^kv_cache\.(naive_)?bytes_at/;

/** Of the facts that say the same at several lengths of context, the one that is nearest to what a query names. */
export function atContext(index, path, context) {
  const [stem, at] = path.split(/(?<=_at)\.(?=\d+$)/);
  if (!context || !at || CACHE_PATHS.test(path)) return path;
  const far = length => Math.abs(Math.log2(length / context));
  const lengths = index.facts.flatMap(([other]) =>
    other.startsWith(`${stem}.`) ? [Number(other.split('.').at(-1))] : [],
  );
  return `${stem}.${lengths.filter(Boolean).sort((a, b) => far(a) - far(b))[0]}`;
}

/** What a model is in brief. */
export const BRIEF = ['parameters.total', 'parameters.active.all', 'context.configured', 'kv_cache.bytes_at.32768'];

/** The address of a model's data sheet. */
export const hrefOf = (index, model, anchor = '') => {
  const [, id, family] = index.models[model];
  return `models/${index.families[family][4]}/${id}/${anchor && `#${anchor}`}`;
};

export const nameOf = (index, model) => index.models[model][0];

/** The address of the calculator with a model, and with what else is known. */
export const calculator = (index, model, more = {}) =>
  `calculator/#${new URLSearchParams({ model: index.models[model][1], ...more })}`;

/** Whether a value of a column is a number with its print. */
export const isFigure = value => Array.isArray(value) && value.length > 0;

/** A value as the pages print it. */
export function print(value) {
  if (isFigure(value)) return value[1];
  if (value === true || value === false) return value ? 'yes' : 'no';
  return Array.isArray(value) ? 'not published' : String(value);
}

/** A model in four figures. */
export async function brief(model, index) {
  const said = [];
  for (const path of BRIEF) {
    const at = index.fact(path);
    const value = at >= 0 ? (await index.column(path))[model] : null;
    if (isFigure(value)) said.push(`${index.facts[at][1]}: ${value[1]}`);
  }
  return { title: nameOf(index, model), facts: said.join(' · '), href: hrefOf(index, model) };
}

/** The models of a name that stands for several, where they are put in order or listed: biggest qwen, which llama. */
export function ofOneName({ mentions, order, lists }) {
  if (mentions.length !== 1 || !(order || lists) || !mentions[0].whole) return null;
  return new Set(mentions[0].all);
}

export const upper = text => text[0].toUpperCase() + text.slice(1);
