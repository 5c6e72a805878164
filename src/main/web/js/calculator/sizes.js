import { make } from '../shared.js';
import { grouped } from '../number/printed.js';

/** The code of a model with other sizes: `place:value`, commas between them. */
export function changedCode(code, changes) {
  const words = code.split('~');
  for (const change of changes.split(',')) {
    const [place, value] = change.split(':');
    if (/^\d+$/.test(place) && /^\d{1,12}$/.test(value ?? '') && /^\d+$/.test(words[place] ?? '')) words[place] = value;
  }
  return words.join('~');
}

/** The changes that a text holds, by place. */
export const changesOf = text => new Map(text ? text.split(',').map(change => change.split(':')) : []);

/** A field for each size of a model; `change` gets the changes as a text whenever one is edited. */
export function sizeFields(sizes, text, change) {
  const changes = changesOf(text);
  const groups = new Map();
  for (const line of sizes) {
    const [part, key, place, value] = line.split('\n');
    if (!groups.has(part)) groups.set(part, []);
    groups.get(part).push({ key, place, value });
  }
  return make(
    'div',
    { class: 'sizes' },
    ...[...groups].map(([part, fields]) =>
      make(
        'fieldset',
        {},
        make('legend', {}, part),
        ...fields.map(({ key, place, value }) => {
          const input = make('input', {
            value: changes.get(place) ?? value,
            inputmode: 'numeric',
            autocomplete: 'off',
            'data-place': place,
          });
          input.addEventListener('input', () => {
            const number = input.value.replace(/[,\s]/g, '');
            input.setAttribute('aria-invalid', !/^\d{1,12}$/.test(number));
            if (number === value) changes.delete(place);
            else changes.set(place, number);
            change([...changes].map(entry => entry.join(':')).join(','));
          });
          const name = key.replace(/_/g, ' ');
          return make('label', { class: 'field' }, `${name} (${grouped(Number(value))}) `, input);
        }),
      ),
    ),
  );
}
