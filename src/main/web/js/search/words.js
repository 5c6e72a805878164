// Which sections have the words of a query.
import { EMPTY, saysHow } from './english.js';
import { readPostings } from './postings.js';
import { nearest } from './spelling.js';
import { singular, tokens } from './tokens.js';

const PREFIX_WEIGHT = 0.5;
const MOST_ENDINGS = 16;
const MOST_FUZZY = 3;

/**
 * The sections that have every word, the best first, or else those that have most of them. A word that the index does
 * not have is taken for the nearest one that it has; `corrected` says which.
 */
export async function findSections(query, { sections, words, spelling, meanings, knows }) {
  const phrases = [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map(([, phrase]) => phrase);
  const exact = new Set(phrases.flatMap(tokens));
  const all = tokens(query);
  const telling = all.filter(word => !EMPTY.has(word) || exact.has(word));
  const asked = [...new Set(telling.length ? telling : all)].slice(0, 12);
  const last = all.at(-1);
  const groups = await Promise.all(
    asked.map(word => group(word, { prefix: word === last && !exact.has(word), exact: exact.has(word) })),
  );
  const corrected = [];
  for (const [i, found] of groups.entries()) {
    if (found.scores.size || exact.has(asked[i])) continue;
    // another name of a fact says what is asked for, not where
    if (knows(asked[i]) || saysHow(asked[i]) || /\d/.test(asked[i])) continue;
    const better = nearest(asked[i], (await spelling()).split(' ')).slice(0, MOST_FUZZY);
    if (!better.length) continue;
    groups[i] = merged(await Promise.all(better.map(word => group(word, { prefix: false }))));
    corrected.push([asked[i], better[0]]);
  }
  groups.forEach((found, i) => (found.unasked = !found.scores.size && (knows(asked[i]) || saysHow(asked[i]))));
  const shown = new Set(groups.flatMap(found => [...found.words]));
  return { hits: ranked(groups), words: [...shown], corrected, phrases, asked };

  async function group(word, { prefix, exact: only = false }) {
    const parts = await Promise.all([
      entry(word, 1),
      only ? none() : entry(singular(word) === word ? `${word}s` : singular(word), 0.9),
      only ? none() : apart(word),
      only ? none() : meant(word),
    ]);
    if (prefix && word.length > 1) parts.push(await endings(word));
    else if (!only && word.length > 2 && parts.every(part => !part.scores.size)) parts.push(await endings(word));
    return merged(parts);
  }

  async function entry(word, weight) {
    const text = await words.find(word);
    return text ? scored(word, readPostings(text), weight) : none();
  }

  function scored(word, { sections: found, weights, count, whole }, weight) {
    const rarity = Math.log(1 + (sections - count + 0.5) / (count + 0.5)) * weight;
    const scores = new Map(found.map((section, i) => [section, weights[i] * rarity]));
    return { scores, whole, words: [word] };
  }

  async function endings(word) {
    const found = (await words.beginningWith(word, word.length > 2 ? 3 : 2)).filter(([other]) => other !== word);
    found.sort((a, b) => b[1].length - a[1].length);
    return merged(
      found
        .slice(0, MOST_ENDINGS)
        .map(([other, text]) => scored(other, readPostings(text), PREFIX_WEIGHT * (word.length / other.length) ** 0.5)),
    );
  }

  /** Letters and digits as two words: gemma3 also finds Gemma 3. */
  async function apart(word) {
    const [, letters, digits] = /^(\p{L}{2,})(\p{N}[\p{L}\p{N}.]*)$/u.exec(word) ?? [];
    return letters ? both(await Promise.all([entry(letters, 1), entry(digits, 1)])) : none();
  }

  /** What the notes say for a word. */
  async function meant(word) {
    const found = meanings(word);
    if (!found.length) return none();
    const said = await Promise.all(
      found.map(async text => both(await Promise.all(tokens(text).map(part => entry(part, 0.8))))),
    );
    return merged(said);
  }
}

const none = () => ({ scores: new Map(), whole: true, words: [] });

/** Any of several words for the same. */
function merged(parts) {
  const scores = new Map();
  for (const part of parts) {
    for (const [section, score] of part.scores) scores.set(section, Math.max(score, scores.get(section) ?? 0));
  }
  return { scores, whole: parts.every(part => part.whole), words: parts.flatMap(part => part.words) };
}

/** All of several words. */
function both(parts) {
  const scores = new Map();
  for (const [section, score] of parts[0]?.scores ?? []) {
    if (!parts.every(part => part.scores.has(section))) continue;
    scores.set(section, parts.reduce((sum, part) => sum + part.scores.get(section), 0) / parts.length || score);
  }
  return { scores, whole: true, words: scores.size ? parts.flatMap(part => part.words) : [] };
}

/** Sections with every word, or else with most; a word that is too common to be listed whole is asked of none. */
function ranked(groups) {
  const sums = new Map();
  const counts = new Map();
  for (const found of groups) {
    for (const [section, score] of found.scores) {
      sums.set(section, (sums.get(section) ?? 0) + score);
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
  }
  const needed = groups.filter(found => found.whole && !found.unasked);
  let kept = [...sums.keys()].filter(section => needed.every(found => found.scores.has(section)));
  const every = kept.length > 0;
  if (!every) kept = [...sums.keys()];
  return kept
    .map(section => ({ section, score: sums.get(section) * (every ? 1 : (counts.get(section) / groups.length) ** 3) }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}
