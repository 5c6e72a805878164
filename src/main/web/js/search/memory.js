// Answers about memory and speed: whether a model fits, what it takes, which models fit.
import { cacheBytes, grouped, printGigabytes, printTokens } from './amounts.js';
import { calculator, isFigure, nameOf, ofOneName } from './of-models.js';

const MOST_ROWS = 12;
const FORMATS = [
  ['released', 'as released', 0],
  ['bf16', '16 bits', 16],
  ['q8_0', '8 bits (Q8_0)', 8],
  ['q4_k_m', '4 bits (Q4_K_M)', 4],
];

/** Whether a model fits a memory, or what it takes. */
export async function memory(asked, index) {
  if (asked.mentions.length !== 1 || asked.facts.some(fact => !/^(kv_cache|weights)/.test(index.facts[fact][0])))
    return null;
  if (asked.facts.length && !asked.card && !asked.memory) return null;
  if (asked.countsCards && asked.card) return null;
  if (!asked.fits && !asked.card && !asked.memory) return null;
  if ((asked.card || asked.memory) && ofOneName(asked)) return null;
  const [{ model }] = asked.mentions;
  const room = roomOf(asked);
  const hits = (await needs(model, asked, index)).map(({ format, label, context, parts, total }) => {
    const left = room.bytes - total;
    // how cards share a model is a question for the calculator, unless no way of sharing can help
    const fits = room.cards > 1 ? `takes ${printGigabytes(total)}` : `fits, ${printGigabytes(left)} to spare`;
    return {
      fits: left >= 0,
      released: format === 'released',
      total,
      title: nameOf(index, model),
      value: !room.bytes ? printGigabytes(total) : left >= 0 ? fits : `does not fit, ${printGigabytes(-left)} too much`,
      facts: `${room.text ? `${label} on ${room.text}` : label}, ${tokensOf(asked, context)}: ${sumOf(parts)}`,
      href: calculator(index, model, room.address({ context, weights: format })),
    };
  });
  // what its maker releases, the best that fits, or what comes nearest to it
  if (room.bytes) {
    hits.sort((a, b) => b.fits - a.fits || (a.fits ? b.released - a.released || b.total - a.total : a.total - b.total));
  }
  return { label: room.bytes ? `Does it fit ${room.text}?` : 'Memory it takes', hits };
}

/** How much context fits beside the weights of a model, in each format: the longest prompt on 24 GB. */
export async function longest(asked, index) {
  if (!asksForContext(asked, index)) return null;
  const [{ model }] = asked.mentions;
  const limit = (await index.column('context.configured'))[model];
  const most = isFigure(limit) ? limit[0] : 0;
  const parts = (await index.column('cache'))[model];
  const room = roomOf(asked);
  const hits = (await needs(model, { ...asked, context: 1 }, index)).map(
    ({ format, label, parts: [weights, , ...rest] }) => {
      const beside = rest.reduce((sum, part) => sum + part, weights);
      const fits = context => beside + asked.sequences * cacheBytes(parts, context) <= room.bytes;
      let context = 0;
      for (let step = 2 ** Math.floor(Math.log2(most || 1)); step >= 1; step /= 2) {
        if (context + step <= most && fits(context + step)) context += step;
      }
      const value = !context
        ? 'its weights alone do not fit'
        : `${grouped(context)} tokens${context === most ? ', all that it is configured for' : ''}`;
      const facts = `${label} on ${room.text}: ${printGigabytes(beside)} besides the cache`;
      const href = calculator(index, model, room.address({ context: context || most, weights: format }));
      return { title: nameOf(index, model), value, facts, href, context };
    },
  );
  hits.sort((a, b) => Math.sign(b.context) - Math.sign(a.context));
  return { label: `Longest context on ${room.text}`, hits };
}

/** Whether a query asks what context a memory or a card has room for. */
export const asksForContext = (asked, index) =>
  asked.mentions.length === 1 &&
  (asked.card || asked.memory) &&
  !asked.context &&
  asked.facts.length === 1 &&
  asked.facts[0] === index.fact('context.configured');

/** The memory that a query names, and what the address of the calculator says of it. */
function roomOf({ card, cards, memory: named, sequences }) {
  const each = card ? card[2] : (named?.bytes ?? 0);
  const bytes = each * cards;
  const one = card ? card[1] : (named?.text ?? '');
  const text = bytes && cards > 1 ? `${cards} × ${one} (${printGigabytes(bytes)})` : one;
  const address = more => ({
    ...more,
    ...(card ? { card: card[0] } : {}),
    ...(bytes ? { memory: Number((each / 1e9).toFixed(1)) } : {}),
    ...(bytes && cards > 1 ? { cards } : {}),
    ...(sequences > 1 ? { sequences } : {}),
  });
  return { bytes, text, address, cards };
}

const PARTS = ['weights', 'cache', 'engine', 'image encoder'];

const sumOf = parts =>
  PARTS.flatMap((part, i) => (i === 3 && !parts[i] ? [] : [`${part} ${printGigabytes(parts[i])}`])).join(' + ');

/** `10 sequences of 32k tokens`. */
const tokensOf = ({ sequences }, context) =>
  `${sequences > 1 ? `${grouped(sequences)} sequences of ` : ''}${printTokens(context)} tokens`;

/** What a model takes in each format that a query leaves open. */
async function needs(model, asked, index) {
  const needed = (await index.column('memory'))[model];
  const limit = (await index.column('context.configured'))[model];
  const context = asked.context || Math.min(32768, isFigure(limit) ? limit[0] : 32768);
  const cache = asked.sequences * cacheBytes((await index.column('cache'))[model], context, 16);
  const precision = index.fact('released_precision') >= 0 ? (await index.column('released_precision'))[model] : '';
  // what is released in few bits is what somebody means who asks for so many
  const releasedBits = (16 * needed.released) / needed.bf16;
  return FORMATS.filter(([format, , bits]) =>
    format === 'released'
      ? releasedBits < 14.4 && (!asked.bits || Math.abs(releasedBits - asked.bits) < 2)
      : !asked.bits || bits === asked.bits,
  ).map(([format, label]) => {
    const parts = [needed[format], cache, needed.engine, needed.encoder ?? 0];
    const total = parts.reduce((sum, part) => sum + part);
    return { format, label: format === 'released' ? `${label} (${precision})` : label, context, parts, total };
  });
}

/** The models that fit a memory in the smallest of the formats, the largest first. */
export async function fitting(asked, index) {
  const named = ofOneName(asked);
  if ((asked.mentions.length && !named) || asked.mechanisms.length || !(asked.memory || asked.card)) return null;
  if (!asked.fits && !asked.lists && !asked.order && !asked.card) return null;
  const room = roomOf(asked);
  const rows = [];
  for (let model = 0; model < index.models.length; model++) {
    if ((named && !named.has(model)) || !asked.only.meets(model)) continue;
    const [least] = (await needs(model, asked, index)).sort((a, b) => a.total - b.total);
    if (least?.total <= room.bytes) rows.push({ model, ...least });
  }
  const sizes = await index.column('parameters.total');
  rows.sort((a, b) => sizes[b.model][0] - sizes[a.model][0]);
  const hits = rows.slice(0, MOST_ROWS).map(({ model, format, label, context, parts, total }) => ({
    title: nameOf(index, model),
    value: printGigabytes(total),
    facts: `${label}, ${tokensOf(asked, context)}: ${sumOf(parts)}`,
    href: calculator(index, model, room.address({ context, weights: format })),
  }));
  const label = `Models that fit into ${room.text}, largest first`;
  return { label, hits, total: rows.length, note: hits.length ? '' : `No model here fits into ${room.text}.` };
}

const USUAL_CARDS = ['h100', 'h200', 'b200', 'rtx-4090'];

/** How many cards a model needs at least, by their memory alone. */
export async function cardsNeeded(asked, index) {
  if (!asked.countsCards || asked.mentions.length !== 1 || asked.facts.length) return null;
  const [{ model }] = asked.mentions;
  const [{ format, label, context, total }] = await needs(model, asked, index);
  const cards = asked.card ? [asked.card] : USUAL_CARDS.flatMap(id => index.cards.filter(([other]) => other === id));
  const hits = cards.map(([card, name, bytes]) => {
    const count = Math.ceil(total / bytes);
    return {
      title: nameOf(index, model),
      value: `at least ${count}\u202f× ${name}`,
      facts: `${label}, ${tokensOf(asked, context)}: ${printGigabytes(total)} on cards of ${printGigabytes(bytes)}`,
      href: calculator(index, model, {
        context,
        weights: format,
        card,
        memory: Number((bytes / 1e9).toFixed(1)),
        ...(count > 1 ? { cards: count } : {}),
        ...(asked.sequences > 1 ? { sequences: asked.sequences } : {}),
      }),
    };
  });
  return { label: 'Cards it needs', hits };
}

/** How fast a model is: the calculator bounds it, by a card. */
export async function speed(asked, index) {
  if (!asked.speed || asked.mentions.length !== 1) return null;
  const [{ model }] = asked.mentions;
  const heading = `bounds of tokens per second${asked.card ? ` on ${asked.card[1]}` : ', by card'}`;
  const href = calculator(index, model, roomOf(asked).address({}));
  return { label: 'Answer', hits: [{ title: 'Calculator', heading: `${nameOf(index, model)}: ${heading}`, href }] };
}
