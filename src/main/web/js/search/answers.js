// Answers that stand above the sections: a value with its working, two models side by side, which models have a part.
import { cacheBytes, grouped, printBytes, printTokens } from './amounts.js';
import { conditions } from './conditions.js';
import { inOperators } from './in-words.js';
import { flagged, having, order } from './lists.js';
import { asksForContext, cardsNeeded, fitting, longest, memory, speed } from './memory.js';
import {
  BRIEF,
  CACHE_AT,
  CACHE_PATHS,
  atContext,
  brief,
  calculator,
  hrefOf,
  isFigure,
  nameOf,
  print,
  upper,
} from './of-models.js';
import { origin } from './origin.js';
import { hasOperator } from './query.js';
import { restrictions } from './restrictions.js';
import { squashed } from './tokens.js';

const MOST_ROWS = 12;

/**
 * The answers to a query, the best first: each a list under a heading. `only` says that sections of pages were not
 * asked for, `place` is a section that the whole query names.
 */
export async function answer(query, index, about) {
  const result = { groups: [], only: false, note: '', keys: null, place: undefined };
  if (!query.trim()) return result;
  if (!index.models) return { ...result, place: about.place(query) };
  const written = about.inNames(query);
  if (hasOperator(written)) return { ...result, ...(await conditions(written, index, about)) };
  const words = about.inWords(written);
  const restricting = (given, negated) => restrictions(given, index, about.meanings, negated);
  const said = await inOperators(words, about, restricting);
  if (said) return { ...result, ...(await conditions(said.query, index, about, said.order)) };
  const asked = about.read(words);
  asked.only = await restricting(asked.mentions.length ? [] : asked.left, asked.negated);
  if (asked.only.names.length) {
    asked.left = asked.only.left;
    if (asked.only.denied) asked.without = false;
    // the word before or behind a value, as in apache license, asks for nothing more
    asked.facts = asked.facts.filter(fact => !/^(organization|license)$/.test(index.facts[fact][0]));
  }
  await asIsMeant(asked, words, index, restricting);
  result.place = about.place(query);
  const groups = await Promise.all([
    longest(asked, index),
    quantities(asked, index),
    cardsNeeded(asked, index),
    speed(asked, index),
    memory(asked, index),
    comparison(asked, index),
    mechanismsOf(asked, index),
    page(asked, index),
    printed(query, asked, index),
    fitting(asked, index),
    origin(asked, index),
    order(asked, index),
    flagged(asked, index),
    restricted(asked, index),
    having(asked, index),
    ownModel(query, asked),
  ]);
  const [, , , , , , , ofModel, figures, , , inOrder] = groups;
  if (ofModel && (figures || inOrder)) groups[7] = null;
  result.groups = groups.filter(group => group?.hits.length);
  result.place ??= result.groups.find(group => group.place >= 0)?.place;
  return result;
}

/** The facts that a query about models asks for without naming them. */
async function asIsMeant(asked, words, index, restricting) {
  if (!asked.mentions.length || asked.facts.length) return;
  const ask = path => asked.facts.push(...[index.fact(path)].filter(fact => fact >= 0));
  // which is bigger, kimi k2 or deepseek v3
  if (asked.mentions.length > 1 && /\b(bigger|larger|smaller)\b/i.test(words)) ask('parameters.total');
  // gpt-oss-20b with a batch of 32
  else if (asked.sequences > 1 && !asked.fits && !asked.memory && !asked.card) ask('kv_cache.bytes_at.32768');
  else if (!asked.mechanisms.length && asked.yesOrNo) {
    // is kimi k2 apache
    const said = await restricting(asked.left, asked.negated);
    if (said.names.length) ask(said.path);
  }
}

/** A figure at a context that the fact is stated at, or that the query names. */
async function valueOf(index, path, model, { context, bits, sequences = 1 }) {
  if (CACHE_AT.test(path)) {
    const at = context || 32768;
    const parts = (await index.column('cache'))[model];
    const bytes = sequences * cacheBytes(parts, at, bits || 16);
    const stated = `kv_cache.bytes_at${bits && bits < 16 ? `_${bits}_bits` : ''}.${at}`;
    const known = index.fact(stated) >= 0;
    const limits = await Promise.all(
      ['context.configured', 'context.extended'].map(async limit =>
        index.fact(limit) >= 0 ? (await index.column(limit))[model] : null,
      ),
    );
    const longest = Math.max(0, ...limits.filter(isFigure).map(limit => limit[0]));
    return {
      print: printBytes(bytes),
      exact: bytes,
      label: `KV cache ${sequences > 1 ? `of ${grouped(sequences)} sequences ` : ''}at ${printTokens(at)} tokens${
        bits && bits < 16 ? `, ${bits} bits` : ''
      }`,
      note: longest && at > longest ? `beyond its context of ${grouped(longest)}` : '',
      anchor: known ? stated : 'kv_cache.bytes_per_token',
      calculator: {
        context: at,
        ...(bits && bits < 16 ? { cache: bits } : {}),
        ...(sequences > 1 ? { sequences } : {}),
      },
    };
  }
  const value = (await index.column(path))[model];
  if (value === null || (Array.isArray(value) && !value.length && !published(path))) return null;
  return {
    print: print(value),
    exact: isFigure(value) ? value[0] : null,
    label: index.facts[index.fact(path)][1],
    note: isFigure(value) && value[2] ? 'beyond its context' : '',
    anchor: path,
    calculator: CACHE_PATHS.test(path) || /^(weights|parameters|cost)\./.test(path) ? {} : null,
  };
}

const published = path => /^(training|license|released|organization|context)/.test(path);

/** The fact that weights are in each number of bits. */
const WEIGHTS = { 4: 'weights.int4_bytes', 8: 'weights.int8_bytes', 16: 'weights.bf16_bytes' };

/** A quantity of the models that are named. */
async function quantities(asked, index) {
  if (!asked.mentions.length || !asked.facts.length || (asked.yesOrNo && asked.mechanisms.length)) return null;
  if (asked.speed || asksForContext(asked, index)) return null;
  const hits = [];
  let link = null;
  for (const fact of asked.facts.slice(0, 3)) {
    let [path] = index.facts[fact];
    if (asked.bits && path.startsWith('weights.')) path = WEIGHTS[asked.bits];
    if ((asked.context || asked.sequences > 1) && CACHE_PATHS.test(path) && !/fixed/.test(path))
      path = 'kv_cache.bytes_at.32768';
    path = atContext(index, path, asked.context);
    for (const { model } of asked.mentions.slice(0, 4)) {
      const value = await valueOf(index, path, model, asked);
      if (!value) {
        hits.push({
          title: nameOf(index, model),
          value: 'none',
          facts: index.facts[fact][1],
          href: hrefOf(index, model),
        });
        continue;
      }
      hits.push(valueHit(index, model, value));
      if (value.calculator && !link) link = calculatorHit(index, model, value.calculator);
      if (path === 'kv_cache.bytes_per_token' && asked.facts.length === 1 && asked.mentions.length === 1) {
        hits.push(valueHit(index, model, await valueOf(index, 'kv_cache.bytes_at.32768', model, asked)));
      }
    }
  }
  if (link) hits.push(link);
  const [only] = asked.mentions;
  if (asked.mentions.length === 1 && only.whole) {
    const [path] = index.facts[asked.facts[0]];
    for (const other of only.models.filter(model => model !== only.model).slice(0, 7)) {
      const value = await valueOf(
        index,
        asked.context && CACHE_PATHS.test(path) ? 'kv_cache.bytes_at.32768' : atContext(index, path, asked.context),
        other,
        asked,
      );
      if (value) hits.push({ ...valueHit(index, other, value), minor: true });
    }
  }
  if (asked.mentions.length > 1) hits.push(...(await pairHits(asked, index)));
  return { label: 'Answer', hits, after: asked.why };
}

const valueHit = (index, model, { print: printedValue, exact, label, note, anchor }) => ({
  title: nameOf(index, model),
  value: printedValue,
  facts: [label, exact !== null && exact >= 10000 && grouped(exact) !== printedValue ? grouped(exact) : '', note]
    .filter(Boolean)
    .join(' · '),
  href: hrefOf(index, model, anchor),
});

const calculatorHit = (index, model, more) => ({
  title: 'Calculator',
  heading: `${nameOf(index, model)} at any context, format and card`,
  href: calculator(index, model, more),
});

const OWN = /\b(my|own|custom|paste|upload)\b.*\b(model|config|configuration|checkpoint)\b|\bconfig\.json\b/i;

/** A model that is not described here: the calculator reads its configuration. */
function ownModel(query, { mentions }) {
  if (mentions.length || !OWN.test(query) || /\b(what|read|explain\w*)\b/i.test(query)) return null;
  const facts = 'parameters, cache and what it takes on a card, from its config.json; nothing is uploaded';
  const hit = { title: 'Calculator', heading: 'A model of your own', facts, href: 'calculator/#own-model' };
  return { label: 'Answer', hits: [hit] };
}

/** The models of a maker or under a license, where a query says no more. */
async function restricted(asked, index) {
  const { only, left, facts, mechanisms, groups } = asked;
  if (asked.order || mechanisms.length || left.length || !only.names.length || groups.length > 1) return null;
  if (asked.period || asked.context || facts.some(fact => index.facts[fact][0] !== 'open_license')) return null;
  const values = await index.column(only.path);
  const found = index.models.flatMap((_, model) => (only.meets(model) ? [model] : []));
  const flagship = model => index.families[index.models[model][2]][2] === model;
  found.sort((a, b) => flagship(b) - flagship(a));
  const hits = await Promise.all(
    found.slice(0, MOST_ROWS).map(async model => ({ ...(await brief(model, index)), value: values[model] })),
  );
  const by = only.denied ? 'that are' : only.path === 'organization' ? 'by' : 'under';
  return { label: `Models ${by} ${only.names.join(', ')}`, hits, total: found.length };
}

/** Two models and no quantity: where they are set side by side, and both in brief. */
async function comparison(asked, index) {
  if (asked.mentions.length < 2 || asked.facts.length) return null;
  const hits = await pairHits(asked, index);
  for (const { model } of asked.mentions.slice(0, 4)) hits.push({ ...(await brief(model, index)), minor: true });
  return { label: 'Side by side', hits };
}

async function pairHits({ mentions }, index) {
  const [a, b] = mentions.map(({ family }) => family).sort((x, y) => x - y);
  const section = mentions.length === 2 ? index.pairs[`${a}-${b}`] : undefined;
  const ids = mentions.map(({ model }) => index.models[model][1]).slice(0, 6);
  const table = {
    title: mentions.map(({ model }) => nameOf(index, model)).join(' · '),
    heading: 'every fact side by side',
    href: `compare/?pick=${ids.join(',')}`,
  };
  if (section === undefined) return [table];
  const families = await index.section(section);
  return (await areOnPage(mentions, index)) ? [families, table] : [table, families];
}

/** Whether the page of two families has two models: it has the main ones, and those of a like size. */
async function areOnPage(mentions, index) {
  if (mentions.every(({ family, model }) => index.families[family][2] === model)) return true;
  const totals = await index.column('parameters.total');
  const [a, b] = mentions.map(({ model }) => totals[model][0]);
  return Math.max(a, b) <= 3 * Math.min(a, b);
}

/** Whether the models that are named have a mechanism. */
async function mechanismsOf(asked, index) {
  if (!asked.mentions.length || !asked.mechanisms.length || (asked.facts.length && !asked.yesOrNo)) return null;
  const hits = [];
  for (const mechanism of asked.mechanisms.slice(0, 2)) {
    const [name, section, shares] = index.mechanisms[mechanism];
    for (const { model } of asked.mentions.slice(0, 4)) {
      const share = Number(shares.split(' ')[model]);
      const told = asked.facts[0] ?? index.keys.find(key => key[1] >= 0 && key[2] === mechanism)?.[1];
      const fact = told === undefined ? null : await valueOf(index, index.facts[told][0], model, asked);
      hits.push({
        title: nameOf(index, model),
        value: share && share < 100 && asked.versus ? `in ${share}\u202f% of its layers` : share ? 'yes' : 'no',
        facts: [
          share && share < 100 && !asked.versus ? `${upper(name)}, in ${share}\u202f% of its layers` : upper(name),
          share && fact ? `${fact.label}: ${fact.print}` : '',
        ]
          .filter(Boolean)
          .join(' · '),
        href: hrefOf(index, model, fact?.anchor),
      });
    }
    if (section >= 0) hits.push(await index.section(section));
  }
  return { label: 'Answer', hits, after: asked.why };
}

/** A model alone: its family's page, and its data sheet in brief. */
async function page(asked, index) {
  if (asked.mentions.length !== 1 || asked.facts.length || asked.mechanisms.length) return null;
  if (asked.fits || asked.card || asked.memory || asked.left.length > 3) return null;
  const [{ model, models, family, whole }] = asked.mentions;
  const section = index.families[family][1];
  const home = section >= 0 ? [await index.section(section)] : [];
  const sheets = [];
  for (const one of [model, ...models.filter(other => other !== model)].slice(0, 8))
    sheets.push(await brief(one, index));
  const hits = whole ? [...home, ...sheets] : [...sheets.slice(0, 1), ...home];
  return asked.left.length ? { label: 'Model', hits: hits.slice(0, 2), after: true } : { label: 'Model', hits };
}

/** Figures that are printed as the query is: 10.41 GiB, 671B, 70272. */
async function printed(query, asked, index) {
  const [, digits, unit, named] =
    /^\s*(\d[\d,\s\u202f]*(?:\.\d+)?)[\s\u202f]*((?:[kmgt]i?)?b\b|[kmbt]\b|bytes)?\s*([a-z][a-z -]*)?\s*$/i.exec(
      query,
    ) ?? [];
  if (!digits || !index.values) return null;
  // 128 KiB per token
  const isOfAToken = /^(per|a|each|for each) token$/i.test(named ?? '');
  const counted = isOfAToken ? [index.fact('kv_cache.bytes_per_token')] : asked.facts;
  const isPlain = !named || /^(parameters|params)$/i.test(named);
  if (!isPlain && (!counted.length || asked.mentions.length)) return null;
  const plain = digits.replace(/[,\s\u202f]/g, '');
  if (!unit && !plain.includes('.') && plain.length < 4) return null;
  const key = plain + (/^bytes$/i.test(unit ?? '') ? '' : (unit ?? '').toLowerCase());
  let found = await index.values.find(key);
  if (!found && !unit)
    found = (await index.values.beginningWith(key, 2))
      .map(([, places]) => places)
      .slice(0, 4)
      .join(',');
  if (!found) return null;
  const hits = [];
  const seen = new Set();
  const all = found.split(',');
  for (const place of all.filter(one => isPlain || counted.includes(Number(one.split('.')[1])))) {
    const [model, fact] = place.split('.').map(Number);
    const [path, label] = index.facts[fact];
    const value = (await index.column(path))[model];
    if (!isFigure(value) || seen.has(place) || hits.length >= 8) continue;
    seen.add(place);
    hits.push({
      title: nameOf(index, model),
      value: value[1],
      facts: [label, grouped(value[0])].join(' · '),
      href: hrefOf(index, model, path),
      flagship: index.families[index.models[model][2]][2] === model,
    });
  }
  const brief = ({ href }) => BRIEF.some(path => href.endsWith(`#${path}`));
  hits.sort((a, b) => brief(b) - brief(a) || b.flagship - a.flagship);
  return { label: `Figures of ${query.trim()}`, hits };
}

/** Whether two names are the same but for spaces and hyphens. */
export const sameName = (a, b) => squashed(a) === squashed(b);
