// Answers that are lists of models: in the order of a quantity, with a mechanism or without, with a property.
import { cacheBytes, printBytes, printTokens } from './amounts.js';
import { CACHE_AT, CACHE_PATHS, atContext, hrefOf, isFigure, nameOf, ofOneName, print, upper } from './of-models.js';

const MOST_ROWS = 12;

const sharesOf = ({ mechanisms }, index) =>
  mechanisms.map(mechanism => index.mechanisms[mechanism][2].split(' ').map(Number));

/** Whether a model has all the mechanisms that are asked for, or none where they are to be absent. */
function meets(model, shares, { mechanisms, absent, without, wholly, only }) {
  const has = (share, i) => {
    if (absent.length ? absent.includes(mechanisms[i]) : without) return !share[model];
    return wholly ? share[model] === 100 : share[model];
  };
  return shares.every(has) && only.meets(model);
}

/** The mechanisms of a heading: with these and without those. */
function partsOf({ mechanisms, absent, without }, index) {
  const names = list => list.map(mechanism => index.mechanisms[mechanism][0]).join(' and ');
  if (absent.length)
    return `with ${names(mechanisms.filter(one => !absent.includes(one)))} and without ${names(absent)}`;
  return `${without ? 'without' : 'with'} ${names(mechanisms)}`;
}

/** Models as a heading names them: by their maker, license or a name that they share. */
function modelsOf({ only, mentions }) {
  const names = [...only.names, ...mentions.map(({ words }) => words.join(' '))];
  return names.length ? `Models (${names.join(', ')})` : 'Models';
}

/** The models of a name in whose order they are asked for, where no more is asked of the one that it names first. */
function orderedOfOneName(asked) {
  const { order, left, facts, fits, bits, context } = asked;
  if (!order || left.length || facts.length || fits || bits || context) return null;
  return ofOneName(asked);
}

/** Whether models are to be put in order by something that no word of a query names. */
function isSized({ order, facts, left, mechanisms, mentions, only, whole }) {
  if (!order || facts.length || left.length) return false;
  return (
    mechanisms.length > 0 || mentions.length > 0 || only.names.length > 0 || /model|llm|模型|^[a-z]+est$/.test(whole)
  );
}

/** What is asked without what has no order where a part of the same name says which models: smallest with vision. */
async function inSomeOrder(asked, index) {
  if (!asked.order || !asked.mechanisms.length) return asked;
  const columns = await Promise.all(asked.facts.map(fact => index.column(index.facts[fact][0])));
  return { ...asked, facts: asked.facts.filter((_, at) => columns[at].some(isFigure)) };
}

/** The models in the order of a quantity, or of their dates. */
export async function order(query, index) {
  const asked = await inSomeOrder(query, index);
  if (!index.models || asked.memory || asked.card) return null;
  const named = orderedOfOneName(asked);
  if (asked.mentions.length && !named) return null;
  const isListed = asked.lists || asked.period.length > 4 || asked.facts.includes(index.fact('released'));
  const inPeriod = asked.period && isListed && !asked.left.length;
  const byDate = inPeriod || (asked.order && asked.orderOf === 'released');
  const fact = byDate || isSized(asked) ? index.fact(byDate ? 'released' : asked.orderOf) : asked.facts[0];
  if (fact === undefined || fact < 0) return null;
  if (byDate && !inPeriod && !isSized(asked) && !asked.facts.length) return null;
  if (!asked.order && !inPeriod && (asked.left.length || asked.groups.length > 1)) return null;
  const told = atContext(index, index.facts[fact][0], asked.context);
  let [path, label] = index.facts[index.fact(told)];
  if (asked.context && CACHE_PATHS.test(path)) {
    path = 'kv_cache.bytes_at.32768';
    label = `KV cache at ${printTokens(asked.context)} tokens`;
  }
  const least = await leastContext(asked, path, index);
  const shares = sharesOf(asked, index);
  const rows = [];
  const column = asked.context && CACHE_AT.test(path) ? null : await index.column(path);
  for (let model = 0; model < index.models.length; model++) {
    if (!meets(model, shares, asked) || !least(model) || (named && !named.has(model))) continue;
    const value = column ? column[model] : await cacheAt(index, model, asked);
    if (isFigure(value) && !value[2]) rows.push({ model, sort: value[0], print: value[1] });
    else if (typeof value === 'string' && /^\d{4}-\d\d/.test(value) && value.startsWith(asked.period)) {
      rows.push({ model, sort: Number(value.replace(/\D/g, '')), print: value });
    }
  }
  if (!rows.length) return null;
  const enough = Boolean(asked.context && !asked.order && path === 'context.configured');
  const way = asked.order || (enough ? -1 : 1);
  rows.sort((a, b) => way * (b.sort - a.sort));
  const stated = asked.context ? path.replace(/\d+$/, asked.context) : path;
  const anchor = index.fact(stated) >= 0 ? stated : 'kv_cache.bytes_per_token';
  const hits = rows.slice(0, MOST_ROWS).map(({ model, print: text }) => ({
    title: nameOf(index, model),
    value: text,
    facts: label,
    href: hrefOf(index, model, CACHE_AT.test(path) ? anchor : path),
  }));
  const those = modelsOf(asked) + (asked.mechanisms.length ? ` ${partsOf(asked, index)}` : '');
  const first = byDate ? (way > 0 ? 'newest' : 'oldest') : way > 0 ? 'largest' : 'smallest';
  const by = byDate
    ? inPeriod
      ? ` released in ${asked.period}`
      : ''
    : ` by ${label.toLowerCase().replace('kv ', 'KV ')}`;
  return {
    label: enough ? `Models with a context of at least ${printTokens(asked.context)}` : `${those}${by}, ${first} first`,
    hits,
    after: (!asked.order && !inPeriod && !enough) || asked.left.length > 0,
    exact: !asked.left.length && !asked.why,
    total: rows.length,
  };
}

/** Which models have a context of at least what is asked for, where it is not what a cache is counted at. */
async function leastContext({ context, facts }, path, index) {
  const fact = index.fact('context.configured');
  if (!context || CACHE_PATHS.test(path) || !facts.includes(fact)) return () => true;
  const column = await index.column('context.configured');
  return model => isFigure(column[model]) && column[model][0] >= context;
}

async function cacheAt(index, model, { context, bits }) {
  const bytes = cacheBytes((await index.column('cache'))[model], context, bits || 16);
  return [bytes, printBytes(bytes)];
}

/** The models that have a mechanism, or that do not. */
export async function having(asked, index) {
  if (asked.mentions.length || !asked.mechanisms.length) return null;
  if (asked.left.length && !asked.lists && !asked.without) return null;
  if (asked.order && (asked.facts.length || isSized(asked))) return null;
  const wanted = asked.mechanisms.map(mechanism => index.mechanisms[mechanism]);
  if (asked.versus && wanted.length > 1) {
    const told = [...new Set(wanted.map(([, section]) => section).filter(section => section >= 0))];
    return { label: 'Explained in', hits: await Promise.all(told.map(section => index.section(section))) };
  }
  const shares = sharesOf(asked, index);
  const hits = index.models.flatMap((_, model) => {
    if (!meets(model, shares, asked)) return [];
    const said = wanted.flatMap(([name], i) => {
      if (!shares[i][model]) return [];
      return [shares[i][model] === 100 ? upper(name) : `${upper(name)}, in ${shares[i][model]}\u202f% of its layers`];
    });
    return [
      {
        title: nameOf(index, model),
        facts: said.join(' · '),
        href: hrefOf(index, model),
        share: shares[0][model],
      },
    ];
  });
  const label = `${modelsOf(asked)} ${partsOf(asked, index)}`;
  const lead = wanted[0][1] >= 0 ? [await index.section(wanted[0][1])] : [];
  if (!hits.length) return { label, hits: lead, note: `No model here answers to “${label}”.` };
  const fact = asked.facts.length ? index.facts[asked.facts[0]] : null;
  if (fact && !asked.without) {
    const column = await index.column(fact[0]);
    for (const hit of hits) {
      const value = column[index.models.findIndex(([name]) => name === hit.title)];
      if (isFigure(value) || typeof value === 'string')
        Object.assign(hit, { value: print(value), facts: fact[1], sort: isFigure(value) ? value[0] : 0 });
    }
    hits.sort((a, b) => (b.sort ?? 0) - (a.sort ?? 0));
  } else hits.sort((a, b) => b.share - a.share);
  const explains = !asked.lists && !asked.without;
  const after = explains || asked.left.length > 0;
  return { label, hits, total: hits.length, after, place: explains ? wanted[0][1] : undefined };
}

/** The models of which a property is true, or is not: models with an unrestricted license. */
export async function flagged(asked, index) {
  if (asked.mentions.length || asked.mechanisms.length || asked.order || !asked.lists) return null;
  const columns = await Promise.all(asked.facts.map(fact => index.column(index.facts[fact][0])));
  const at = columns.findIndex(values => values.some(value => typeof value === 'boolean'));
  if (at < 0 || asked.groups.length > 2) return null;
  const [path, label] = index.facts[asked.facts[at]];
  const column = columns[at];
  const hits = column.flatMap((value, model) =>
    value === !asked.without
      ? [{ title: nameOf(index, model), value: print(value), facts: label, href: hrefOf(index, model, path) }]
      : [],
  );
  return { label: `${label}: ${asked.without ? 'no' : 'yes'}`, hits, total: hits.length };
}
