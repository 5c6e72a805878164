import { make, say } from '../shared.js';

/**
 * A form with a field for the name of a model, which proposes the names that there are.
 *
 * @param style its class, and the beginning of the id of its list
 * @param add takes what was typed and tells whether a model is called so
 */
export function nameField(style, names, add, ...more) {
  const id = `${style}-names`;
  const list = make('datalist', { id }, ...names.map(name => make('option', { value: name })));
  const field = make('input', {
    type: 'search',
    list: id,
    placeholder: 'Add a model',
    'aria-label': 'Add a model to the comparison',
    autocomplete: 'off',
    enterkeyhint: 'done',
  });
  const form = make('form', { class: style }, field, list, ...more);
  const take = async () => {
    const name = field.value.trim();
    if (!name) return;
    if (!(await add(name))) say(`No model is called “${name}”.`);
    else if (field.value.trim() === name) field.value = '';
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    take();
  });
  // a name that was chosen from the list comes whole, without a key
  field.addEventListener('input', event => {
    if (!event.inputType || event.inputType === 'insertReplacementText') take();
  });
  return form;
}
