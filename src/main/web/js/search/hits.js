import { holds, readConditions } from './query.js';

const STORED = ['title', 'heading', 'href', 'group', 'text'];
/** The groups of hits, with their headings. */
const GROUPS = [
  ['model', 'Models'],
  ['concept', 'Concepts'],
  ['comparison', 'Comparisons'],
  ['page', 'Pages'],
];
const MOST_OF_A_GROUP = 6;
/** The most sections of one page among the hits. */
const MOST_OF_A_PAGE = 3;
/** What counts less than a concept or a model. */
const LESS = { page: 0.5, comparison: 0.6 };

/** Search over the generator's index; MiniSearch is given it when words are first looked for. */
export function makeSearch(source, MiniSearch) {
  let words = null;
  return {
    facts: query => factHits(query, source),
    words: query => {
      words ??= MiniSearch.loadJS(source.index, { fields: source.fields, storeFields: STORED });
      return wordHits(query, words);
    },
  };
}

/** The models that a question over facts holds for; none for any other query. */
export function factHits(query, { keys, facts }) {
  const conditions = readConditions(query, keys);
  if (!conditions) return [];
  const found = facts.filter(fact => conditions.every(condition => holds(condition, fact.values)));
  // words such as "kv cache" are keys as well; what holds for most models is not what was asked
  if (found.length > facts.length / 2 && !conditions.some(condition => condition.operator)) return [];
  return found.map(({ name, href, values }) => ({
    title: name,
    href,
    facts: conditions.map(({ key }) => `${keys[key]}: ${printed(values[key] ?? 'none')}`).join(' · '),
  }));
}

function printed(value) {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}

/** The sections that have every word of the query, or else any of them; at most three of a page. */
export function wordHits(query, words) {
  const options = {
    prefix: term => term.length > 1,
    fuzzy: term => (term.length > 3 ? 0.2 : false),
    boost: { title: 4, heading: 2 },
    boostDocument: (id, term, stored) => LESS[stored.group] ?? (stored.heading ? 1 : 1.5),
    combineWith: 'AND',
  };
  let found = words.search(query, options);
  if (!found.length) found = words.search(query, { ...options, combineWith: 'OR' });
  const perPage = new Map();
  return found.filter(hit => {
    const page = hit.href.split('#')[0];
    const seen = perPage.get(page) ?? 0;
    perPage.set(page, seen + 1);
    return seen < MOST_OF_A_PAGE;
  });
}

/** Hits under the heading of their group, the group with the best hit first. */
export function groupHits(hits) {
  return GROUPS.map(([key, label]) => [label, hits.filter(hit => hit.group === key).slice(0, MOST_OF_A_GROUP)])
    .filter(([, found]) => found.length)
    .sort((a, b) => b[1][0].score - a[1][0].score);
}
