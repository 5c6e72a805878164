import { answer } from './answers.js';
import { saysHow } from './english.js';
import { openIndex } from './index.js';
import { likest } from './spelling.js';
import { subjects } from './subjects.js';
import { tokens } from './tokens.js';
import { findSections } from './words.js';

const GROUPS = [
  ['model', 'Models'],
  ['concept', 'Concepts'],
  ['comparison', 'Comparisons'],
  ['page', 'Pages'],
];
/** The sections that are shown at once, and the most of one page among them. */
const AT_ONCE = 8;
const MOST_OF_A_PAGE = 3;

/** Search over an index of which `load` gives the pieces. */
export function makeSearch(source, load) {
  const index = openIndex(source, load);
  const about = subjects(source);
  return {
    questions: source.questions ?? [],
    keys: (source.keys ?? []).map(([key]) => key),
    hasModels: Boolean(source.models),
    search: (query, shown = AT_ONCE) => search(query, shown, index, about),
  };
}

/** Groups of results, the best first; a note where something is to be said; whether there are more. */
async function search(query, most, index, about, correction = '') {
  const asked = query.trim();
  if (!asked) return { groups: [], note: '', more: false };
  let found = await answer(asked, index, about);
  const said = found.only
    ? { hits: [], words: [], corrected: [], phrases: [] }
    : await findSections(about.inWords(asked), { ...index, meanings: about.meanings, knows: about.knows });
  if (!found.only && found.groups.every(({ after }) => after) && index.models && !correction) {
    const known = async word => about.knows(word) || (await index.words.find(word)) !== undefined;
    const right = await about.models.corrected(asked, known);
    const instead = `Nothing has “${asked}”; this is for “${right}”.`;
    if (right !== asked) return search(right, most, index, about, instead);
  }
  const saidHow = said.corrected.some(([, better]) => saysHow(better));
  if (said.corrected.length && (saidHow || found.groups.every(({ after }) => after))) {
    const wrong = new Map(said.corrected);
    const right = asked.replace(/[\p{L}\p{M}\p{N}]+/gu, word => wrong.get(word.toLowerCase()) ?? word);
    const place = found.place ?? about.place(right);
    found = { ...(await answer(right, index, about)), place };
  }
  const groups = found.groups.filter(({ after }) => !after);
  const later = found.groups.filter(({ after }) => after);
  const seen = new Set(groups.flatMap(({ hits }) => hits.map(({ href }) => href)));
  if (found.place !== undefined && found.place >= 0) {
    const hit = await index.section(found.place);
    if (!seen.has(hit.href)) {
      const leading = { label: 'Explained in', hits: [{ ...hit, match: said.words }] };
      groups.unshift(leading);
      seen.add(hit.href);
    }
  }
  const sections = await shownSections(said, most, index, seen);
  const words = sections.shown.map(hit => ({ ...hit, match: said.words }));
  const first = ({ place, exact }) => place !== undefined || (exact && found.place === undefined);
  groups.push(...later.filter(first));
  groups.push(...grouped(words));
  groups.push(...later.filter(group => !first(group)));
  const right = said.corrected.filter(() => sections.shown.length || groups.length);
  const note = [
    correction,
    found.note,
    ...found.groups.map(group => group.note).filter(Boolean),
    right.length
      ? `Nothing has ${list(right.map(([wrong]) => wrong))}; this is for ${list(right.map(([, better]) => better))}.`
      : '',
    sections.unverified ? `No section has ${list(said.phrases)} word for word; these have all its words.` : '',
  ].filter(Boolean);
  const near = groups.length || note.length ? [] : likest(asked, about.names);
  return { groups, note: note.join(' '), keys: found.keys, more: sections.more, near };
}

/** The first sections with their texts, at most three of a page; those with a phrase before others. */
async function shownSections({ hits, phrases }, most, index, seen) {
  const shown = [];
  const perPage = new Map();
  const candidates = hits.slice(0, phrases.length ? most * 4 : most * 3);
  let at = 0;
  let unverified = false;
  const batch = phrases.length ? most * 2 : most;
  const wanted = phrases.map(phrase => ` ${tokens(phrase).join(' ')} `);
  const rest = [];
  for (; at < candidates.length && shown.length < most; at += batch) {
    const loaded = await Promise.all(
      candidates
        .slice(at, at + batch)
        .map(async ({ section, score }) => ({ ...(await index.section(section)), score })),
    );
    for (const hit of loaded) {
      const page = hit.href.split('#')[0];
      const before = perPage.get(page) ?? 0;
      if (before >= MOST_OF_A_PAGE || seen.has(hit.href)) continue;
      const words = ` ${tokens(`${hit.title} ${hit.heading} ${hit.text}`).join(' ')} `;
      if (!wanted.every(phrase => words.includes(phrase))) {
        rest.push(hit);
        continue;
      }
      perPage.set(page, before + 1);
      shown.push(hit);
    }
  }
  if (!shown.length && rest.length && wanted.length) {
    unverified = true;
    shown.push(...rest.slice(0, most));
  }
  const more = shown.length > most || at < hits.length;
  return { shown: shown.slice(0, most), more, unverified };
}

const list = words => words.map(word => `“${word}”`).join(', ');

/** Hits under the heading of their group, the group with the best hit first. */
export function grouped(hits) {
  return GROUPS.map(([key, label]) => ({ label, hits: hits.filter(hit => hit.group === key) }))
    .filter(({ hits: found }) => found.length)
    .sort((a, b) => b.hits[0].score - a.hits[0].score);
}
