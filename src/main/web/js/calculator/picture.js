import { make } from '../shared.js';
import { binaryText, grouped } from '../number/printed.js';

const SVG = 'http://www.w3.org/2000/svg';

/** What lies in a memory, as it is drawn: a key of the answer, a name, a word for the style sheet. */
export const PARTS = [
  ['weights', 'Weights', 'weights'],
  ['image_encoder', 'Image encoder', 'images'],
  ['cache', 'Cache', 'cache'],
  ['state', 'State', 'state'],
  ['workspace', 'Workspace', 'workspace'],
  ['runtime', 'Engine', 'runtime'],
];

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A bar for each kind of card, as long as its memory or as what should go into it. */
export function memoryPicture(answer, asked) {
  const scale = Math.max(asked.bytes, answer.fullest_card_bytes);
  let first = 1;
  const bars = answer.each_card.map(card => {
    const last = first + card.cards - 1;
    const name = cardName(asked, first, last);
    first = last + 1;
    return bar(card, asked.bytes, scale, name);
  });
  return make('figure', { class: 'memory-picture' }, ...bars);
}

function cardName(asked, first, last) {
  if (asked.cards === 1) return asked.cardName;
  return first === last ? `Card ${first}` : `Each of cards ${first} to ${last}`;
}

function bar(card, memory, scale, name) {
  const percent = bytes => `${((100 * bytes) / scale).toFixed(3)}%`;
  const words = PARTS.filter(([key]) => card[key]).map(([key, part]) => `${part} ${binaryText(card[key])}`);
  const over = card.total > memory;
  const label = `${name}: ${words.join(', ')}; together ${binaryText(card.total)} of ${binaryText(memory)}`;
  const drawing = svg('svg', { role: 'img', 'aria-label': label, class: 'memory-bar', height: 34 });
  drawing.append(svg('rect', { class: 'memory-all', x: 0, y: 2, width: percent(memory), height: 30 }));
  let at = 0;
  for (const [key, part, style] of PARTS) {
    if (!card[key]) continue;
    const title = svg('title', {}, `${part}: ${binaryText(card[key])} (${grouped(card[key])} bytes)`);
    const attributes = { class: `memory-${style}`, x: percent(at), y: 2, width: percent(card[key]), height: 30 };
    drawing.append(svg('rect', attributes, title));
    at += card[key];
  }
  if (over) {
    drawing.append(
      svg('rect', { class: 'memory-over', x: percent(memory), y: 2, width: percent(card.total - memory), height: 30 }),
    );
  }
  const end = { class: 'memory-end', x1: percent(memory), x2: percent(memory), y1: 0, y2: 34 };
  drawing.append(svg('line', end));
  const caption = make(
    'p',
    { class: 'memory-caption' },
    make('span', {}, name),
    make('span', {}, `${binaryText(card.total)} of ${binaryText(memory)}`),
  );
  return make('div', { class: over ? 'memory-card over' : 'memory-card' }, caption, drawing);
}
