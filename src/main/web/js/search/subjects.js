// What a query is about: the models, facts, mechanisms, terms and conditions in it.
import { bitsIn, contextIn, memoryIn, sequencesIn } from './amounts.js';
import {
  ASKING,
  EMPTY,
  asksForAList,
  asksForCards,
  asksForEveryLayer,
  asksForTheOrigin,
  asksForWeight,
  asksWhy,
  asksWhetherItFits,
  asksYesOrNo,
  isContrast,
  isNegation,
  joins,
  nameAskedFor,
  orderIn,
  orderedBy,
  periodIn,
  saysHow,
  setsAgainst,
  withoutSpeed,
} from './english.js';
import { CACHE_PATHS } from './of-models.js';
import { cardNamed, cardsIn, modelNames, phraseNames } from './names.js';
import { normal, squashed, tokens } from './tokens.js';

/** Facts that are names. */
const OWN_NAMES = new Set(['id', 'model', 'name']);
/** Sums over the weights of a part, which have the name of the part. */
const IN_GROUPS = /^parameters\.groups\./;

/** A word that is mostly a card: h100, 4090. */
const CARD = /^([a-z]\d{2,3}|\d{3,4}[a-z]?|rtx)$/;

/** Finds the subjects of queries; everything that can be named is data of the site. */
export function subjects(source) {
  const { facts = [], mechanisms = [], keys = [], cards = [], terms = [], meanings = [] } = source;
  const models = modelNames(source);
  const named = phraseNames([
    // of two facts with one name, the one that was given it before the one that happens to have it
    ...facts.map(([, , also], i) => [parts(also), `f${i}`]),
    ...facts.map(([path, label], i) => [OWN_NAMES.has(path) || IN_GROUPS.test(path) ? [] : [label], `f${i}`]),
    ...facts.map(([path, label], i) => [IN_GROUPS.test(path) ? [label] : [], `f${i}`]),
    ...keys.flatMap(([key, fact]) => (fact >= 0 ? [[[key], `f${fact}`]] : [])),
    ...mechanisms.map(([, , , names], i) => [names.split('|'), `m${i}`]),
  ]);
  const places = phraseNames([
    ...terms.map(([section, names]) => [names.split('|'), section]),
    ...meanings.flatMap(([names, , section]) => (section >= 0 ? [[names.split('|'), section]] : [])),
  ]);
  const meant = phraseNames(meanings.flatMap(([names, means]) => (means ? [[names.split('|'), means]] : [])));
  // names that stand for words of the notes: those of other scripts, and what is explained nowhere, grammar
  const signs = new Map(
    [
      ...facts.map(([, label, names]) => [names, parts(names).find(isLatin) ?? label]),
      ...mechanisms.map(([label, , , names]) => [names, parts(names).find(isLatin) ?? label]),
      ...meanings.map(([names, means, section]) => [names, means, section < 0 && means === means.toLowerCase()]),
    ].flatMap(([names, said, isGrammar]) =>
      parts(said && names)
        .filter(name => isGrammar || !isLatin(name))
        .map(name => [normal(name), normal(said)]),
    ),
  );
  const SIGNS = new RegExp(
    [...signs.keys()]
      .sort((one, other) => other.length - one.length)
      .map(name => escaped(name).replace(/^(?=\w)|(?<=\w)$/g, '\\b'))
      .join('|') || '$^',
    'g',
  );
  const inWords = text => {
    const said = text.replace(SIGNS, name => ` ${signs.get(name)} `);
    return said === text ? text : said.replace(/\s+/g, ' ').trim();
  };
  /** What is named, also where a model stands within a name: experts of Kimi K2 per token. */
  const namedIn = words => {
    const close = words.filter(word => !joins(word));
    const apart = named.find(words);
    const together = named.find(close);
    return together.rest.length < apart.rest.filter(word => !joins(word)).length ? together : apart;
  };
  /** The mechanisms that are to be there, those that are to be absent, and the words that say what is to be absent. */
  const sidesOf = words => {
    const sides = [[], []];
    let absent = 0;
    for (const word of words) {
      if (isNegation(word)) absent = 1;
      else if (isContrast(word)) absent = 0;
      else sides[absent].push(word);
    }
    return [...sides.map(side => numbers(namedIn(side).found, 'm')), sides[1]];
  };
  /** Whether a word before a size may stand before the size of a model that has no other name. */
  const mayPrecedeASize = word =>
    CARD.test(word) || (!/^[\d.]+$/.test(word) && (saysHow(word) || EMPTY.has(word) || named.knows(word)));
  /** The sections of the names that a fact has besides the one that is asked for. */
  const placeOfFact = name => {
    const fact = facts[number(named.exactly(name), 'f')];
    const names = fact ? [fact[1], ...parts(fact[2])] : [];
    return names.flatMap(other => places.exactly(other)).find(section => section >= 0);
  };
  const isOfModel = name => models.find(name).mentions.length > 0;
  const keyNames = new Map(keys.map((key, i) => [key[0], i]));
  facts.forEach(([path], i) => keyNames.has(path) || keyNames.set(path, { fact: i, mechanism: -1, name: path }));

  return {
    models,
    /** What a query may name: families, terms, and what stands for them. */
    names: [
      ...(source.families ?? []).map(([title]) => title),
      ...terms.flatMap(([, names]) => parts(names)),
      ...meanings.flatMap(([names]) => parts(names)),
    ].filter((name, i, all) => isLatin(name) && all.indexOf(name) === i),
    /** What is looked for besides a word. */
    meanings: word => meant.exactly(word),
    /** The section that a whole query names. */
    place(query) {
      const text = normal(query);
      for (const asked of [text, inWords(text), nameAskedFor(inWords(text))]) {
        const [section] = places.exactly(asked).filter(one => one >= 0);
        if (section !== undefined) return section;
      }
      const said = inWords(text);
      const name = nameAskedFor(said);
      return name === said.replace(/\s*\?*$/, '') ? undefined : placeOfFact(name);
    },
    /** A query in words of the notes, where it is in signs that stand for them. */
    inWords: query => {
      const text = normal(query);
      const said = inWords(text);
      return said === text ? query : said;
    },
    /** A query with the names of models that hubs and runners give them as words: openai/gpt-oss-120b, gpt-oss:120b. */
    inNames: query =>
      query
        .replace(/^[^\d\s]+\/(?=\S+-\S+$)/, '')
        .replace(/([\w.-]+):(?=[\w])/g, (all, name) => (!keyNames.has(name) && isOfModel(name) ? `${name} ` : all)),
    /** Whether a word is part of any name that a query may have. */
    knows: word => named.knows(word) || meant.knows(word),
    mechanismNamed: text => number(named.exactly(text), 'm') ?? number(named.exactly(`${text} attention`), 'm'),
    fact: path => facts.findIndex(([other]) => other === path),
    /** The key of a condition by its name, or by another name of its fact. */
    key(word) {
      const known = keyNames.get(word);
      if (typeof known === 'number') return { name: keys[known][0], fact: keys[known][1], mechanism: keys[known][2] };
      if (known) return known;
      const other = named.exactly(word);
      const fact = number(other, 'f');
      const mechanism = number(other, 'm');
      if (fact === undefined && mechanism === undefined) return null;
      return { name: word, fact: fact ?? -1, mechanism: mechanism ?? -1 };
    },
    /** All that a query names. */
    read(query) {
      const text = normal(query);
      const said = inWords(text);
      const many = sequencesIn(said);
      const context = contextIn(many ? said.replace(many.found, ' ') : said);
      const memory = memoryIn(said);
      const card = cardNamed(said, cards);
      const period = periodIn(said);
      const bits = bitsIn(text);
      const slow = withoutSpeed(said);
      let plain = memory ? slow.replace(memory.found, ' ') : slow;
      if (period) plain = plain.replace(period.found, ' ');
      if (many) plain = plain.replace(many.found, ' ');
      plain = plain.replace(/\bbatch size\b|\b\d+[\s-]*bits?\b|\b(int|fp|bf)\d+\b|\bq\d(_\w+)*/g, ' ');
      if (context) plain = plain.replace(context.found, ' ');
      const { mentions, rest } = models.find(plain, mayPrecedeASize);
      const { found, rest: left } = namedIn(rest.filter(word => word.length < 30));
      const weighed = asksForWeight(said) && (bits || /quanti[sz]ed/.test(said));
      const orders = orderIn(said);
      const [present, absent, denied] = sidesOf(rest);
      const fits = asksWhetherItFits(said);
      const cached = numbers(found, 'f').some(fact => CACHE_PATHS.test(facts[fact][0]));
      const askedFacts = numbers(found, 'f').filter(
        fact =>
          !(weighed && facts[fact][0] === 'parameters.total') &&
          // "32k context" beside a model says at what context something else is asked for
          !(
            mentions.length &&
            context &&
            facts[fact][0] === 'context.configured' &&
            (fits || card || bits || memory || cached)
          ),
      );
      const words = left.filter(
        word =>
          !ASKING.has(word) &&
          !isNegation(word) &&
          !isContrast(word) &&
          !orderIn(word) &&
          !(orders && word === 'first'),
      );
      return {
        mentions,
        facts: askedFacts,
        mechanisms: numbers(found, 'm'),
        // of the mechanisms, those that are to be absent where others are to be there
        absent: present.length ? absent.filter(mechanism => !present.includes(mechanism)) : [],
        groups: found,
        left: words,
        negated: denied,
        context: context?.tokens ?? 0,
        sequences: many?.sequences ?? 1,
        memory,
        card,
        cards: cardsIn(said, card),
        period: period?.period ?? '',
        bits,
        order: orders,
        orderOf: orderedBy(said),
        // a model and a format, and nothing else: what it takes
        fits: Boolean(weighed || (bits && mentions.length && !found.length && !words.length)) || fits,
        speed: slow !== said,
        versus: setsAgainst(said),
        without: left.some(isNegation),
        yesOrNo: asksYesOrNo(said),
        lists: asksForAList(said),
        why: asksWhy(said),
        origin: asksForTheOrigin(said),
        wholly: asksForEveryLayer(said),
        countsCards: asksForCards(said),
        whole: squashed(query),
      };
    },
  };
}

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isLatin = text => /^[\x20-\x7e]*$/.test(text);
const parts = text => (text ? text.split('|') : []);

/** The numbers of the things of a kind, the first for each name. */
const numbers = (found, kind) => [...new Set(found.map(one => number(one, kind)).filter(one => one !== undefined))];

/** The number of the first thing of a kind. */
function number(found, kind) {
  const one = found.find(value => value[0] === kind);
  return one && Number(one.slice(1));
}
