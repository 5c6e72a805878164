// What words of a question ask for. What they ask about is data of the site; this is grammar.
const set = (...lines) => new Set(lines.join(' ').split(' '));

/** Words that say nothing of what is looked for, where others do. */
export const EMPTY = set(
  'a about an and any are as at be by can cost did do does each explain explained for from get give had has have how',
  'i in into is it its list many me mean means much my of on or our please show tell than that the their there these',
  'they this to use used uses using vs was we were what whats when where which who why with work works would you',
  'arent cant didnt doesnt dont hows isnt lets pls wheres whos wont',
);

/** Words of a question over models that name nothing. */
export const ASKING = set(
  ...EMPTY,
  'find fit fits gpu model models need needed needs number one per run runs running token tokens value versus will',
  'bit bits 16 8 4 large big compare compared comparison between difference different against llm llms s best made',
  'makes makers maker under architecture overview details specs specification paper info summary good small tiny',
  'open come laptop macbook pc phone home hardware requirement requirements system minimum recommended enough long',
  'see support supports recent bigger larger smaller newer older longer more better mac studio instruct',
  'de d des l le la les un une el los las del der die das den ein eine von und y et es est ist hat tiene',
);

const NEGATIONS = set('without no not non lack lacks lacking don dont doesn doesnt');
const LARGEST = new RegExp(
  String.raw`\b(largest|biggest|most|highest|longest|newest|latest|widest|deepest|greatest|max|maximum|slowest)\b` +
    String.raw`|\bbest\b.*\blong context`,
);
const SMALLEST = new RegExp(
  String.raw`\b(smallest|least|fewest|lowest|shortest|oldest|earliest|shallowest|cheapest|tiniest|narrowest)\b` +
    String.raw`|\b(min|minimum)\b` +
    String.raw`|\b(small|tiny) (models?|llms?)\b`,
);
/** First in time, not the first of a row. */
const FIRST = new RegExp(
  String.raw`\bfirst\b(?! (?:tokens?|layers?|k)\b)` +
    String.raw`(?=(?: [\w-]+){0,3}? (?:models?|llms?|to use|to have|with|that)\b)`,
);
const ORIGIN =
  /\b(invent(s|ed|or|ors)?|introduc(ed|es)|proposed|origins?|history|came up with|comes? from|first used)\b/;
const IN_EVERY_LAYER = /\b(dense|purely|only|entirely)\b/;
const EXPLAINS = /^(why|how come|explain)\b/;
const CARDS = String.raw`\b(gpus?|cards?|accelerators?|[a-z]?\d{3,4}s?)\b`;
const COUNTS_CARDS = new RegExp(String.raw`\bhow many\b.*${CARDS}|${CARDS}.*\bhow many\b[ ?]*$`);
const FITS = new RegExp(
  String.raw`\b(fits?|runs?|running|vram|ram|memory|gpus?|cards?|load|host|serve|quanti[sz]ed)\b` +
    String.raw`|\b(mac(?:book)?|laptop|studio|hardware|requirements?)\b`,
);
const WEIGHS = /\b(size|big|large|heavy|weights?)\b/;
const SPEED = /\b(tokens?|tok|t)\s*(per|\/|a)\s*(s|sec|seconds?)\b|\btps\b|\b(how fast|speed|throughput|latency)\b/g;
const VERSUS = /\b(vs|versus|or|against|difference|compared?)\b/;
const MONTHS = 'jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]';
const MONTH =
  String.raw`(?:(${MONTHS})(?:r?uary?|ch|il|[eiyz]|ust|t?(?:ember)?|ober)?\.?,? (?:of )?)?` +
  String.raw`(20[12]\d)(?:-(0[1-9]|1[0-2]))?(?![\d-])`;
const PERIOD = new RegExp(String.raw`\b(?:in|of|from|during)?\s*\b${MONTH}`);
const BOUNDED = new RegExp(
  String.raw`\b(after|since|before|until|(?:later|newer|earlier|older) than)\s+(?:the )?${MONTH}`,
);
const LISTING = /\b(which|best|models?|who|list|all|llms?|with|without)\b/;
const YES_OR_NO = /^(does|do|is|are|has|have|can)\b|吗/;
const BEFORE_A_NAME = new RegExp(
  `^(${[
    "what('?s| is| are| does)?|explain|define|definition of|meaning of|how (do|does|is|are)",
    'why( (do|does|is|are|we|you|needs?|use))*',
    'an?|the',
  ].join('|')})\\s+`,
);
const BEHIND_A_NAME = /(\s+(mean|means|work|works|explained|used|definition|meaning))?\s*[?？]*$/;

const JOINING = set('a an are do does for has have in is of the');
/** Whether a word stands between a model and what is asked of it. */
export const joins = word => JOINING.has(word);
export const isNegation = word => NEGATIONS.has(word);
/** Whether a word ends what a negation before it is said of. */
export const isContrast = word => word === 'but' || word === 'with';
export const asksWhetherItFits = text => FITS.test(text);
/** Whether what weights take in a format is asked for. */
export const asksForWeight = text => WEIGHS.test(text);
export const setsAgainst = text => VERSUS.test(text);
/** A query without the words that ask how fast a model is. */
export const withoutSpeed = text => text.replace(SPEED, ' ');
/** The year or the month that a query names, as the beginning of a date, and as it was found. */
export function periodIn(text) {
  const [found, month, year, number] = PERIOD.exec(text) ?? [];
  return year ? { period: dated(month, year, number), found } : null;
}

/** A bound of dates in words, `>=2025-06` for "since June 2025", and as it was found. */
export function boundIn(text) {
  const [found, way, month, year, number] = BOUNDED.exec(text) ?? [];
  if (!year) return null;
  const operator = /^(after|later|newer)/.test(way) ? '>' : way === 'since' ? '>=' : way === 'until' ? '<=' : '<';
  return { bound: operator + dated(month, year, number), found };
}

function dated(month, year, number) {
  const at = month ? MONTHS.split('|').findIndex(name => month.match(name)) + 1 : Number(number ?? 0);
  return at ? `${year}-${String(at).padStart(2, '0')}` : year;
}
export const asksForAList = text => LISTING.test(text) && !EXPLAINS.test(text);
/** Whether the beginning of something is asked for: who invented it, when it was introduced. */
export const asksForTheOrigin = text => ORIGIN.test(text);
/** Whether a part is to be in every layer: a dense model has no layer with experts. */
export const asksForEveryLayer = text => IN_EVERY_LAYER.test(text);
/** Whether a reason or an explanation is asked for. */
export const asksWhy = text => EXPLAINS.test(text);
export const asksForCards = text => COUNTS_CARDS.test(text);
/** Whether a word says how something is asked for and not what, so that it is not taken for a misspelled other. */
export const saysHow = word => ASKING.has(word) || NEGATIONS.has(word) || orderIn(word) !== 0;
export const asksYesOrNo = text => YES_OR_NO.test(text.trim());

/** 1 where the largest are asked for first, −1 where the smallest are, 0 where neither. */
export function orderIn(text) {
  if (LARGEST.test(text)) return 1;
  return SMALLEST.test(text) || FIRST.test(text) ? -1 : 0;
}

const ORDERED = {
  released: /\b(newest|latest|oldest|earliest|recent)\b/,
  layers: /\b(deepest|shallowest)\b/,
  hidden_size: /\b(widest|narrowest)\b/,
  'context.configured': /\b(longest|shortest)\b/,
};

/** The path of the fact in whose order models are asked for, where none is named. */
export const orderedBy = text =>
  FIRST.test(text) ? 'released' : (Object.keys(ORDERED).find(path => ORDERED[path].test(text)) ?? 'parameters.total');

/** What is asked about in "what is MLA?". */
export function nameAskedFor(text) {
  let name = text.replace(BEHIND_A_NAME, '');
  for (let i = 0; i < 3; i++) name = name.replace(BEFORE_A_NAME, '');
  return name;
}
