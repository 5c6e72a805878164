import { make, say } from '../shared.js';
import { OWN, readState, writeState } from './address.js';
import { ownModel } from './own-model.js';
import { showResults } from './results.js';
import { verdict } from './verdict.js';

const NAMES = ['model', 'context', 'batch', 'weights', 'cache', 'count', 'memory'];

/** Answers the form in `place` whenever it changes, and keeps what it asks in the address. */
export function calculator(place, models, estimate) {
  const form = place.querySelector('form');
  const results = place.querySelector('[data-results]');
  const field = name => form.elements.namedItem(name);
  const values = () => Object.fromEntries(NAMES.map(name => [name, field(name).value]));
  const usual = values();
  let own = null;
  let timer = 0;

  function question() {
    const [context, batch, weights, cache, count, gigabytes] = NAMES.slice(1).map(name => Number(field(name).value));
    const one = Math.round(gigabytes * 1e9);
    return { context, batch, weights, cache, count, one, memory: one * count };
  }

  function answerTo({ code }, { context, batch, cache, weights, memory }) {
    const wrong = [...form.querySelectorAll('input[type="number"]')].find(
      input => !input.checkValidity() || input.value === '',
    );
    if (!wrong) return JSON.parse(estimate(code, context, batch, cache, weights, memory));
    const label = wrong.labels[0].firstChild.textContent.trim();
    return { problem: `${label}: ${wrong.validationMessage || 'a number is missing'}` };
  }

  function show() {
    const id = field('model').value;
    const model = id === OWN ? own : models[id];
    const asked = question();
    const answer = answerTo(model, asked);
    showResults(results, model, asked, answer);
    remember();
    return answer.problem ?? verdict(answer, asked);
  }

  /** Shows the answer, and says it once the reader has stopped typing. */
  function showAndSay() {
    const text = show();
    clearTimeout(timer);
    timer = setTimeout(() => say(text), 700);
  }

  function remember() {
    const text = writeState(values(), usual, own);
    try {
      history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
    } catch {
      /* from a folder */
    }
  }

  function recall() {
    const state = readState(location.hash.slice(1), usual);
    if (state.own) setOwn(state.own);
    for (const name of NAMES) {
      const control = field(name);
      control.value = state.values[name];
      if (control.value !== state.values[name]) control.value = usual[name];
    }
  }

  function setOwn(model) {
    own = model;
    const select = field('model');
    if (select.options[0].value !== OWN) select.prepend(make('option', { value: OWN }));
    select.options[0].textContent = `${own.name} (yours)`;
    select.value = OWN;
  }

  ownModel(place, form, model => {
    setOwn(model);
    showAndSay();
  });
  form.addEventListener('input', event => {
    if (NAMES.includes(event.target.name)) showAndSay();
  });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => {
    recall();
    show();
  });
  recall();
  show();
}
