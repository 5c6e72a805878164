// Which models, facts, mechanisms and cards a query names.
import { normal, singular, squashed, tokens } from './tokens.js';
import { nearest } from './spelling.js';

const SIZE = /^\d+(\.\d+)?[bm]$/;
const VERSION = /^[vk]?\d+(\.\d+)?[bm]?$/;
/** Words behind the name of a family that name another model, of other weights and mostly another configuration. */
const ANOTHER = /^(coder|vl|omni|distill(ed)?|distil|large|medium|behemoth|\d[no])$/;
const UNIT = /^(bits?|gb|gib|g|tokens?|k|users?|cards?|gpus?)$/;

/** The words of a name of a model: Qwen3-30B-A3B as qwen, 3, 30b, a3b. */
export function nameWords(text) {
  return tokens(text).flatMap(word => {
    const [, letters, digits] = /^([a-z]{2,})(\d.*)$/.exec(word) ?? [];
    return letters ? [letters, digits] : [word];
  });
}

/** Finds models in a query by the words of their names; a size that none of them has is another model's. */
export function modelNames({ models = [], families = [] }) {
  const telling = new Set();
  const joined = new Map();
  const name = texts => {
    const words = new Set(texts.flatMap(nameWords));
    for (const text of texts) {
      const [first] = nameWords(text);
      if (/\p{L}/u.test(first) && first.length > 1 && !SIZE.test(first)) telling.add(first);
      const whole = tokens(text);
      for (let i = 0; i < whole.length; i++) {
        if (!/^[a-z]{2,}$/.test(whole[i])) continue;
        for (let j = i + 2; j <= whole.length; j++) joined.set(whole.slice(i, j).join(''), whole.slice(i, j));
      }
    }
    return words;
  };
  const familyWords = families.map(([title, , , names]) => {
    const [slug, called, ...also] = names.split('|');
    return { words: name([slug, called, ...also]), exact: [slug, called, title, ...also].map(squashed) };
  });
  const modelWords = models.map(([title, id, , also]) => {
    const aliases = also ? also.split('|') : [];
    return { words: name([title, id, ...aliases]), exact: [title, id, ...aliases].map(squashed) };
  });

  /** The models and families that have all these words. */
  function having(words) {
    const whole = words.join('');
    const has = set => words.every(word => set.has(word));
    const inFamilies = familyWords.flatMap((family, i) => (has(family.words) ? [i] : []));
    const inModels = modelWords.flatMap((model, i) => (has(model.words) || model.exact.includes(whole) ? [i] : []));
    return { inFamilies, inModels, any: inFamilies.length + inModels.length > 0 };
  }

  /** The model that words name; a size alone is one of the family that was named before it, where that has it. */
  function mention(words, near) {
    const { inFamilies, inModels } = having(words);
    const whole = words.join('');
    const exactModel = modelWords.findIndex(model => model.exact.includes(whole));
    const exactFamily = familyWords.findIndex(family => family.exact.includes(whole));
    const smallest = (list, sets) => [...list].sort((a, b) => sets[a].words.size - sets[b].words.size)[0];
    const family = exactFamily >= 0 ? exactFamily : smallest(inFamilies, familyWords);
    let chosen = inModels;
    const beside = words.every(word => SIZE.test(word)) ? inModels.filter(model => models[model][2] === near) : [];
    if (beside.length) chosen = beside;
    else if (exactModel >= 0) chosen = [exactModel];
    else if (family !== undefined && !words.some(word => SIZE.test(word))) {
      const own = inModels.filter(model => models[model][2] === family);
      chosen = own.length ? own : models.flatMap((model, i) => (model[2] === family ? [i] : []));
    }
    if (!chosen.length) return null;
    const home = models[chosen[0]][2];
    const together = chosen.every(model => models[model][2] === home);
    const flagship = families[home][2];
    const main = chosen.includes(flagship) ? flagship : smallest(chosen, modelWords);
    const wide = [...inModels, ...models.flatMap((model, i) => (inFamilies.includes(model[2]) ? [i] : []))];
    return {
      // all that have the words, of several families where no number tells which
      all: words.some(word => /\d/.test(word)) ? chosen : [...new Set(wide)],
      model: main,
      models: together ? chosen : [main],
      family: models[main][2],
      whole: chosen.length > 1 && exactModel < 0,
    };
  }

  /** A name in two words as one: deep seek. */
  function together(words) {
    return words.flatMap((word, i) => {
      if (telling.has((words[i - 1] ?? ' ') + word) && !telling.has(word)) return [];
      const both = word + (words[i + 1] ?? ' ');
      return [telling.has(both) && !telling.has(words[i + 1]) ? both : word];
    });
  }

  return {
    /**
     * The models in a query, and its other words; a run of words is as long as some model has them all. A size alone
     * names a model where the word before it may stand there: that of another model may not.
     */
    find(query, mayPrecedeASize = () => true) {
      const words = together(tokens(query)).flatMap(word => (joined.get(word) ?? [word]).flatMap(nameWords));
      const mentions = [];
      const rest = [];
      const mayPrecede = word => !rest.includes(word) || (!telling.has(word) && mayPrecedeASize(word));
      for (let at = 0; at < words.length;) {
        let end = at;
        while (end < words.length && having(words.slice(at, end + 1)).any) end++;
        const run = words.slice(at, end);
        const next = words[end] ?? '';
        const other =
          (VERSION.test(next) && !UNIT.test(words[end + 1] ?? '') && !SIZE.test(run.at(-1) ?? '')) ||
          ANOTHER.test(next);
        const sized = run.some(word => SIZE.test(word)) && (at === 0 || mayPrecede(words[at - 1]));
        const named = run.some(word => telling.has(word)) || sized;
        const found = run.length && named && !other ? mention(run, mentions.at(-1)?.family) : null;
        if (found) {
          mentions.push({ ...found, words: run });
          at = end;
        } else {
          rest.push(words[at]);
          at++;
        }
      }
      const once = mentions.filter((a, i) => mentions.findIndex(b => b.model === a.model) === i);
      return { mentions: once, rest };
    },
    /** A query in which a misspelled name of a model is spelled right; the same query where there is none. */
    async corrected(query, known) {
      const all = [...familyWords, ...modelWords].flatMap(({ words }) => [...words]);
      const names = [...new Set(all)].filter(name => /^[a-z]{3,}$/.test(name));
      let right = query;
      for (const [word] of query.matchAll(/\p{L}{4,}/gu)) {
        const plain = normal(word);
        if (telling.has(plain) || (await known(plain))) continue;
        const [nearestName, ...others] = nearest(plain, names);
        if (telling.has(nearestName) && !others.length) right = right.replace(word, nearestName);
      }
      return right;
    },
  };
}

/** Finds things by any of their names in the words of a query, longest names first. */
export function phraseNames(entries) {
  const byName = new Map();
  let longest = 1;
  for (const [names, value] of entries) {
    for (const name of names) {
      const words = tokens(name).map(singular);
      if (!words.length) continue;
      longest = Math.max(longest, words.length + 1);
      const key = words.join('');
      if (!byName.has(key)) byName.set(key, new Set());
      byName.get(key).add(value);
    }
  }
  const single = new Set(entries.flatMap(([names]) => names.flatMap(name => tokens(name).map(singular))));
  return {
    exactly: text => [...(byName.get(tokens(text).map(singular).join('')) ?? [])],
    /** Whether a word is one of any name. */
    knows: word => single.has(singular(word)),
    /** What is named, in the order of the query, and the words that name nothing. */
    find(words) {
      const found = [];
      const rest = [];
      for (let at = 0; at < words.length;) {
        let end = Math.min(words.length, at + longest);
        while (end > at && !byName.has(words.slice(at, end).map(singular).join(''))) end--;
        if (end > at) {
          found.push([...byName.get(words.slice(at, end).map(singular).join(''))]);
          at = end;
        } else rest.push(words[at++]);
      }
      return { found, rest };
    },
  };
}

const COUNTED = { two: 2, dual: 2, four: 4, eight: 8 };

/** How many cards of a kind a query names: 8 h100, 2x RTX 4090. */
export function cardsIn(query, card) {
  const own = new Set(card ? [...tokens(card[0]), ...tokens(card[1])] : []);
  const spaced = query
    .replace(/\b(two|dual|four|eight)\b/g, word => COUNTED[word])
    .replace(/(\S+)\s[x×]\s*(\d{1,2})\b/g, '$2 $1')
    .replace(/(?<!\w)(\d{1,2})\s*[x×]\s*(?=[a-z\d])/g, '$1 ');
  const words = tokens(spaced);
  const counts = card
    ? words.filter((_, at) => own.has(words[at + 1]?.replace(/s$/, '')))
    : [/\b(\d+)\s*[x×]\s*\d+\s*g/.exec(query)?.[1]];
  return counts.map(Number).find(count => Number.isInteger(count) && count >= 2 && count <= 64) ?? 1;
}

/** Machines that are called otherwise than the chip in them, which a query may leave out: mac studio 512. */
const MACHINES = [
  [/\bmac\s?studio\b/i, 'm3 ultra', '512'],
  [/\bmac\s?book\s?pro\b/i, 'm4 max', '128'],
  [/\bmac\s?book\s?air\b/i, 'm4', '16'],
  [/\bmac\s?mini\b/i, 'm4 pro', '48'],
];

/** A query with the chip of a machine that it names, and with the memory of its largest where it says none. */
function withChip(query) {
  const [machine, chip, most] = MACHINES.find(([named]) => named.test(query)) ?? [];
  if (!machine || /\bm\d\b/i.test(query)) return query;
  const rest = query.replace(machine, ' ');
  return `${rest} ${chip}${/(?<![\w.])\d{2,3}(?![\w.]|\s*[bk]\b)|\d\s*gi?b?\b/i.test(rest) ? '' : ` ${most} gb`}`;
}

/** The card that a query names by a telling part of its name: 4090, h100, m4 max 128gb, mac studio. */
export function cardNamed(asked, cards = []) {
  const query = withChip(asked);
  const words = new Set(tokens(query).map(word => word.replace(/(?<=\d)s$|^\d+x(?=[a-z\d])/g, '')));
  // of several with the same words, the one that is called so and no more
  const order = [...cards].sort((a, b) => words.has(b[0]) - words.has(a[0]));
  // a card with a suffix is another than one without it, and one of a laptop another than one of a desktop
  const [, suffix = ''] = /\b\d{4}\s*((?:ti|super|xtx|xt|laptop|mobile| )*)\b/i.exec(query) ?? [];
  let best = null;
  let most = 0;
  for (const card of order) {
    const own = new Set([...tokens(card[0]), ...tokens(card[1])]);
    const shared = [...own].filter(word => words.has(word));
    const telling =
      shared.some(word => /\d/.test(word) && !/^\d+(gb)?$/.test(word)) ||
      shared.some(word => /^\d{4}$/.test(word)) ||
      // one without a number by all of its name: dgx spark
      tokens(card[0]).every(word => words.has(word));
    if (telling && shared.length > most) {
      best = card;
      most = shared.length;
    }
  }
  const ofBest = best ? tokens(`${best[0]} ${best[1]}`) : [];
  return tokens(suffix).every(word => ofBest.includes(word)) ? best : null;
}
