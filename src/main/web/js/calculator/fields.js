import { size, tokens, whole } from './amounts.js';

const NAMES = ['model', 'weights', 'card', 'context', 'cache', 'sequences', 'prefix', 'cards', 'split'];
const MORE = ['memory', 'overhead', 'windows', 'images', 'second', 'changes'];

/** The names of all fields, in the order in which an address has them. */
export const FIELDS = [...NAMES, ...MORE];

const isBox = field => field.type === 'checkbox';

/** What the fields hold, as texts. */
export function valuesOf(form) {
  const entries = FIELDS.map(name => {
    const field = form.elements.namedItem(name);
    return [name, isBox(field) ? (field.checked ? 'y' : 'n') : field.value];
  });
  return Object.fromEntries(entries);
}

/** Puts texts into the fields; one that a field cannot hold is left as it usually is. */
export function setValues(form, values, usual) {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name);
    if (isBox(field)) {
      field.checked = values[name] === 'y';
      continue;
    }
    field.value = values[name];
    if (field.value !== values[name]) field.value = usual[name];
  }
}

/** What is asked, in numbers; an error in words names the field that holds none. */
export function askedOf(form) {
  const values = valuesOf(form);
  const context = tokens('Context', values.context);
  const asked = {
    ...values,
    context,
    sequences: whole('Sequences', values.sequences, 65536),
    prefix: Math.min(context, tokens('Shared prefix', values.prefix, 0)),
    cards: whole('Number of cards', values.cards, 1024),
    overhead: values.overhead.trim().toLowerCase() === 'usual' ? -1 : size('Room for the engine', values.overhead),
  };
  return { ...asked, ...cardOf(form, values) };
}

function cardOf(form, { card, memory }) {
  if (card === 'other') {
    return { cardName: 'this memory', bytes: size('Memory', memory), bandwidth: 0, rate: 0, remark: '' };
  }
  const option = form.elements.namedItem('card').selectedOptions[0];
  const { bytes, bandwidth, rate, remark } = option.dataset;
  const name = option.textContent.split(',')[0];
  return { cardName: name, bytes: Number(bytes), bandwidth: Number(bandwidth), rate: Number(rate), remark };
}

/** The words of a question, in the order in which the compiled script takes them. */
export const wordsOf = asked =>
  [
    asked.weights,
    asked.cache,
    asked.context,
    asked.sequences,
    asked.prefix,
    asked.cards,
    asked.split,
    asked.bytes,
    asked.bandwidth,
    asked.rate,
    asked.overhead,
    asked.images,
    asked.windows,
  ].join(' ');

/** The command that gives the same figures. */
export function commandOf(asked, model) {
  const words = ['java -jar archnotes.jar fit', model];
  words.push(asked.card === 'other' ? `--memory ${asked.bytes}B` : `--card ${asked.card}`);
  words.push(`--weights ${asked.weights}`, `--context ${asked.context}`);
  if (asked.cache !== '16') words.push(`--cache ${asked.cache}`);
  if (asked.sequences > 1) words.push(`--sequences ${asked.sequences}`);
  if (asked.prefix > 0) words.push(`--prefix ${asked.prefix}`);
  if (asked.cards > 1) words.push(`--cards ${asked.cards} --split ${asked.split}`);
  if (asked.overhead >= 0) words.push(`--overhead ${asked.overhead}B`);
  if (asked.windows === 'y') words.push('--whole-windows');
  if (asked.images === 'n') words.push('--text-only');
  return words.join(' ');
}
