// Answers to conditions over the facts: experts>128 license:mit.
import { saysHow } from './english.js';
import { hrefOf, isFigure, nameOf, print } from './of-models.js';
import { holds, readConditions } from './query.js';
import { restrictions } from './restrictions.js';
import { normal, tokens } from './tokens.js';

/** The models for which the conditions hold, sorted by the first value that was asked for or in an order of its own. */
export async function conditions(query, index, about, order = null) {
  const { conditions: found, unknown, words } = readConditions(query, about.key, about.mechanismNamed);
  const keys = index.keys.map(([key]) => key);
  if (unknown.length) {
    const note = `There is no key “${unknown.join('”, “')}”. These can be asked for:`;
    return { note, keys, groups: [], only: true };
  }
  const others = [];
  for (const word of words) {
    const key = about.key(word.toLowerCase());
    const mechanism = key && key.mechanism >= 0 ? key.mechanism : about.mechanismNamed(word);
    if (mechanism >= 0) found.push({ key: { name: word, fact: -1, mechanism }, operator: ':', text: 'yes' });
    else if (!saysHow(normal(word))) others.push(normal(word));
  }
  const only = await restrictions(others.flatMap(tokens), index, about.meanings);
  const families = about.models.find(only.left.join(' '));
  const named = families.mentions.length ? new Set(families.mentions.flatMap(({ all }) => all)) : null;
  const columns = await Promise.all(
    found.map(async condition => {
      const { fact, mechanism } = condition.key;
      const path = fact === -2 ? 'attention' : fact >= 0 ? index.facts[fact][0] : null;
      const named = [':', '='].includes(condition.operator) ? about.mechanismNamed(condition.text) : undefined;
      const shares = mechanism >= 0 ? index.mechanisms[mechanism][2].split(' ').map(Number) : null;
      return {
        path,
        values: path ? await index.column(path) : null,
        shares,
        mechanism:
          named !== undefined && mechanism !== named ? index.mechanisms[named][2].split(' ').map(Number) : null,
        kind: path && kindOf(path),
        label: fact >= 0 ? index.facts[fact][1] : fact === -2 ? 'Attention' : index.mechanisms[mechanism][0],
      };
    }),
  );
  const rows = index.models.flatMap((_, model) => {
    const all = found.every((condition, i) => {
      const { values, shares, mechanism, kind } = columns[i];
      const named = mechanism && isText(values?.[model]) ? mechanism[model] : undefined;
      return holds({ ...condition, mechanism: named }, values?.[model], shares?.[model], kind);
    });
    return all && only.meets(model) && (!named || named.has(model)) ? [model] : [];
  });
  const sorted = order?.fact >= 0 ? index.facts[order.fact] : null;
  if (sorted && columns.every(({ path }) => path !== sorted[0])) {
    columns.unshift({ path: sorted[0], values: await index.column(sorted[0]), shares: null, label: sorted[1] });
  }
  const first = sorted ? columns.find(({ path }) => path === sorted[0]) : columns[0];
  const figure = model => {
    const value = first?.values?.[model];
    return isFigure(value) ? value[0] : /^\d{4}-\d\d/.test(value) ? Number(value.replace(/\D/g, '')) : null;
  };
  const downwards = sorted ? order.way > 0 : !found[0]?.operator.startsWith('<');
  rows.sort((a, b) => (figure(a) === null ? 0 : (downwards ? 1 : -1) * (figure(b) - figure(a))));
  const hits = rows.map(model => ({
    title: nameOf(index, model),
    facts: columns
      .map(({ label, values, shares }) => {
        const value = values?.[model];
        const text =
          value === null || value === undefined || (Array.isArray(value) && !value.length)
            ? shares
              ? shares[model]
                ? 'yes'
                : 'no'
              : 'none'
            : print(value);
        return `${label}: ${text}`;
      })
      .join(' · '),
    href: hrefOf(index, model, first?.path && first.path !== 'attention' && first.values[model] ? first.path : ''),
  }));
  const inOrder = sorted ? `, by ${sorted[1].toLowerCase()}, ${downwards ? 'largest' : 'smallest'} first` : '';
  return {
    groups: hits.length ? [{ label: `Models where ${query.trim()}${inOrder}`, hits, total: hits.length }] : [],
    note: [
      hits.length ? '' : `No model here has ${query.trim()}.`,
      families.rest.length ? `Left out, being no condition: “${families.rest.join('”, “')}”.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    only: true,
  };
}

const isText = value => typeof value === 'string';

/** What a figure is counted in, which decides what 1k of it is. */
function kindOf(path) {
  if (/^(context|attention\.(window|chunk))/.test(path)) return 'tokens';
  return /bytes/.test(path) ? 'bytes' : 'count';
}
