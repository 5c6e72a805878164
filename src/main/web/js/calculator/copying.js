import { make, say } from '../shared.js';
import { copyText } from '../shared/copy-text.js';
import { OWN } from './address.js';
import { commandOf } from './fields.js';
import { grouped } from '../number/printed.js';

/** The figures in a row, with a head; what lies on each card is in the JSON alone. */
export function csvOf(figures) {
  const columns = Object.entries(figures).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [];
    if (value !== null && typeof value === 'object')
      return Object.entries(value).map(([part, bytes]) => [`${part}_bytes`, bytes]);
    return [[key, value ?? '']];
  });
  const line = values =>
    values.map(value => (/[",\n]/.test(value) ? `"${String(value).replace(/"/g, '""')}"` : value)).join(',');
  return `${line(columns.map(([key]) => key))}\n${line(columns.map(([, value]) => value))}\n`;
}

/** The figures as a table of Markdown, with the sentence above it. */
export function markdownOf(name, sentence, figures, address) {
  const rows = Object.entries(figures.bytes).map(
    ([part, bytes]) => `| ${part.replace(/_/g, ' ')} | ${grouped(bytes)} |`,
  );
  return [`**${name}**: ${sentence}`, '', '| part | bytes |', '| --- | ---: |', ...rows, '', address, ''].join('\n');
}

/** Buttons that copy an answer in several forms. */
export function copies({ model, figures, asked, sentence }) {
  const id = asked.model === OWN ? 'config.json' : asked.model;
  const named = { model: id, name: model.name, ...figures, card: asked.card, verdict: sentence };
  delete named.parts;
  const forms = {
    Link: () => location.href,
    Markdown: () => markdownOf(model.name, sentence, figures, location.href),
    CSV: () => csvOf(named),
    JSON: () => `${JSON.stringify(named, null, 2)}\n`,
    Command: () => commandOf(asked, id),
  };
  const buttons = Object.entries(forms).map(([name, text]) => {
    const button = make('button', { type: 'button', class: 'button' }, name);
    button.addEventListener('click', async () => {
      const copied = await copyText(text());
      button.textContent = copied ? 'Copied' : 'Not copied';
      say(copied ? `${name} copied` : 'The browser did not allow copying');
      setTimeout(() => (button.textContent = name), 1500);
    });
    return button;
  });
  return make(
    'div',
    { class: 'copies', role: 'group', 'aria-label': 'Copy the result' },
    make('span', {}, 'Copy as'),
    ...buttons,
  );
}
