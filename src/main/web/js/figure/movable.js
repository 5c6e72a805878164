import { all, make, say } from '../shared.js';

/** The milliseconds after which a reading is said: while a slider moves, only the last one matters. */
const QUIET = 500;

/** More values than these are a slider's, whatever they are. */
const MOST_BUTTONS = 6;

/**
 * Lets a figure be moved. Its models and where each begins stand in the page.
 *
 * @param draw a function of its script: kind, numbers, places of the controls and ids → pictures and words
 * @param ask the other one: kind and numbers → what can be set
 */
export function movable(figure, draw, ask) {
  const place = figure.querySelector('.mechanism-controls');
  const subjects = all('[data-code]', place).map(({ dataset, textContent }) => ({
    name: textContent,
    code: dataset.code,
    places: dataset.start === '' ? [] : dataset.start.split(' ').map(Number),
  }));
  const kind = figure.dataset.mechanism;
  const message = figure.querySelector('.mechanism-message');
  const id = message.id.replace(/-title$/, '');
  let shown = subjects[0];
  let saying;

  function show() {
    const places = shown.places.join(' ');
    const { message: words, reading, narrow, wide, outline } = JSON.parse(draw(kind, shown.code, places, id));
    message.textContent = words;
    figure.querySelector('.mechanism-reading').textContent = reading;
    figure.querySelector('.at-narrow').innerHTML = narrow;
    figure.querySelector('.at-wide').innerHTML = wide;
    figure.querySelector('.outline ol').replaceChildren(...outline.map(line => make('li', {}, line)));
    clearTimeout(saying);
    saying = setTimeout(() => say(`${words}. ${reading}`), QUIET);
  }

  function fields() {
    return JSON.parse(ask(kind, shown.code)).map((control, index) =>
      (isChoice(control) ? buttons : slider)(control, shown.places[index], `${id}-${index}`, at => {
        shown.places[index] = at;
        show();
      }),
    );
  }

  const settings = make('div', { class: 'mechanism-settings' }, ...fields());
  place.replaceChildren(settings);
  if (subjects.length > 1) {
    const choice = make(
      'select',
      { id: `${id}-model` },
      ...subjects.map(({ name }, index) => make('option', { value: index }, name)),
    );
    choice.addEventListener('change', () => {
      shown = subjects[choice.value];
      settings.replaceChildren(...fields());
      show();
    });
    place.prepend(make('div', { class: 'mechanism-field' }, make('label', { for: choice.id }, 'Model'), choice));
  }
}

/** A slider over the values of a control, with the value beside its name. */
function slider({ name, values }, at, id, moved) {
  const value = make('output', { for: id }, values[at]);
  const input = make('input', { id, type: 'range', min: 0, max: values.length - 1, step: 1 });
  input.value = at;
  const tell = () => {
    value.textContent = values[input.value];
    input.setAttribute('aria-valuetext', values[input.value]);
  };
  tell();
  input.addEventListener('input', () => {
    tell();
    moved(Number(input.value));
  });
  return make('div', { class: 'mechanism-field' }, make('label', { for: id }, `${name} `, value), input);
}

/** Whether the values of a control are a few kinds, which have no order, and no amounts. */
function isChoice({ values }) {
  return values.length <= MOST_BUTTONS && values.every(value => !/\d/.test(value));
}

/** A button for each value of a control, of which one is pressed. */
function buttons({ name, values }, at, id, moved) {
  const choices = values.map((value, index) => {
    const input = make('input', { id: `${id}-${index}`, type: 'radio', name: id, value: index });
    input.checked = index === at;
    input.addEventListener('input', () => moved(index));
    return make('label', { for: input.id }, input, value);
  });
  return make('fieldset', { class: 'mechanism-choice' }, make('legend', {}, name), ...choices);
}
