// What a query is about: the models, facts, mechanisms, terms and conditions in it.
import { bitsIn, contextIn, memoryIn } from './amounts.js';
import {
  ASKING,
  asksForAList,
  asksForCards,
  asksForEveryLayer,
  asksForTheOrigin,
  asksForWeight,
  asksWhy,
  asksWhetherItFits,
  asksYesOrNo,
  isNegation,
  joins,
  nameAskedFor,
  negates,
  orderIn,
  orderedBy,
  setsAgainst,
  withoutSpeed,
  yearIn,
} from './english.js';
import { cardNamed, cardsIn, modelNames, phraseNames } from './names.js';
import { normal, squashed } from './tokens.js';

/** Facts that are names. */
const OWN_NAMES = new Set(['id', 'model', 'name']);
/** Sums over the weights of a part, which have the name of the part. */
const IN_GROUPS = /^parameters\.groups\./;

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
  // names that are written without spaces stand for the same in words of the notes, the longest first
  const signs = [
    ...meanings.map(([names, means]) => [names, means]),
    ...facts.map(([, label, names]) => [names, parts(names).find(isLatin) ?? label]),
    ...mechanisms.map(([label, , , names]) => [names, parts(names).find(isLatin) ?? label]),
  ]
    .flatMap(([names, said]) =>
      said
        ? parts(names)
            .filter(name => !isLatin(name))
            .map(name => [normal(name), normal(said)])
        : [],
    )
    .sort((a, b) => b[0].length - a[0].length);
  const inWords = text => signs.reduce((said, [name, words]) => said.replaceAll(name, ` ${words} `), text);
  /** What is named, also where a model stands within a name: experts of Kimi K2 per token. */
  const namedIn = words => {
    const close = words.filter(word => !joins(word));
    const apart = named.find(words);
    const together = named.find(close);
    return together.rest.length < apart.rest.filter(word => !joins(word)).length ? together : apart;
  };
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
      return undefined;
    },
    /** A query in words of the notes, where it is in signs that stand for them. */
    inWords: query => {
      const text = normal(query);
      const said = inWords(text);
      return said === text ? query : said;
    },
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
      const context = contextIn(said);
      const memory = memoryIn(said);
      const card = cardNamed(said, cards);
      const year = yearIn(said);
      const bits = bitsIn(text);
      const slow = withoutSpeed(said);
      let plain = memory ? slow.replace(memory.found, ' ') : slow;
      if (year) plain = plain.replace(year.found, ' ');
      plain = plain.replace(/\b\d+[\s-]*bits?\b|\b(int|fp|bf)\d+\b|\bq\d(_\w+)*/g, ' ');
      if (context) plain = plain.replace(context.found, ' ');
      const { mentions, rest } = models.find(plain);
      const { found, rest: left } = namedIn(rest.filter(word => word.length < 30));
      const weighed = asksForWeight(said) && (bits || /quanti[sz]ed/.test(said));
      const orders = orderIn(said);
      const words = left.filter(
        word => !ASKING.has(word) && !isNegation(word) && !orderIn(word) && !(orders && word === 'first'),
      );
      return {
        mentions,
        facts: [...new Set(found.map(one => number(one, 'f')).filter(one => one !== undefined))].filter(
          fact => !weighed || facts[fact][0] !== 'parameters.total',
        ),
        mechanisms: [...new Set(found.map(one => number(one, 'm')).filter(one => one !== undefined))],
        groups: found,
        left: words,
        context: context?.tokens ?? 0,
        memory,
        card,
        cards: cardsIn(said, card),
        year: year?.year ?? '',
        bits,
        order: orders,
        orderOf: orderedBy(said),
        // a model and a format, and nothing else: what it takes
        fits:
          Boolean(weighed || (bits && mentions.length && !found.length && !words.length)) || asksWhetherItFits(said),
        speed: slow !== said,
        versus: setsAgainst(said),
        without: left.some(isNegation) || negates(text),
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

const isLatin = text => /^[\x20-\x7e]*$/.test(text);
const parts = text => (text ? text.split('|') : []);

/** The number of the first thing of a kind. */
function number(found, kind) {
  const one = found.find(value => value[0] === kind);
  return one && Number(one.slice(1));
}
