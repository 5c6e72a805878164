import { all, loadScript, make, say } from '../shared.js';
import { OWN, readState, writeState } from './address.js';
import { tokens, tokensText } from './amounts.js';
import { FIELDS, askedOf, setValues, valuesOf, wordsOf } from './fields.js';
import { ownModel } from './own-model.js';
import { showProblem, showResults } from './results.js';
import { changedCode } from './sizes.js';
import { verdict } from './verdict.js';

/** A question that every model can answer. */
const ANYTHING = 'bf16 16 1 1 0 1 pipeline 1 0 0 0 n n';

/** Answers the form in `place` whenever it changes, and keeps what it asks in the address. */
export function calculator(place, models, { load, ahead, fit, curve }) {
  const form = place.querySelector('form');
  const results = place.querySelector('[data-results]');
  const field = name => form.elements.namedItem(name);
  const usual = valuesOf(form);
  const scripts = {};
  let own = null;
  let broken = '';
  let timer = 0;

  /** Loads a compiled script once; one that failed may be tried again. */
  const script = name =>
    (scripts[name] ??= loadScript(`${place.dataset.assets}${name}`).catch(() => {
      delete scripts[name];
      throw new Error('a script of this page could not be loaded');
    }));

  const modelOf = id => (id === OWN ? own : models[id]);

  /** The second model, where one is asked for: another, or the first with other sizes. */
  function secondOf(first) {
    const id = field('second').value;
    if (id !== 'changed') return id ? modelOf(id) : null;
    const changes = field('changes').value;
    return changes ? { ...first, name: `${first.name}, changed`, code: changedCode(first.code, changes) } : null;
  }

  function answerTo(model, words) {
    const answer = JSON.parse(fit(model.code, words));
    if (answer.problem) throw new Error(`${model.name}: ${answer.problem}`);
    return { model, answer, curve: () => JSON.parse(curve(model.code, words)).points };
  }

  /** Shows the answer or what is wrong, never the one beside the other; gives it in words. */
  function show() {
    place.querySelector('[data-other]').hidden = field('card').value !== 'other';
    try {
      if (broken) throw new Error(broken);
      const model = modelOf(field('model').value);
      const asked = askedOf(form);
      const words = wordsOf(asked);
      const first = answerTo(model, words);
      const other = secondOf(model);
      const second = other ? answerTo(other, words) : null;
      place.querySelector('[data-usual-overhead]').textContent =
        `${(first.answer.usual_overhead / 2 ** 30).toFixed(2)} GiB`;
      showResults(results, { first, second, asked, form, script, words, change });
      return verdict(first.answer, asked).words;
    } catch (error) {
      showProblem(results, error.message, broken ? heal : null);
      return `No result. ${error.message}`;
    } finally {
      remember();
    }
  }

  /** Shows the answer, and says it once the reader has stopped typing. */
  async function showAndSay() {
    await load();
    const text = show();
    clearTimeout(timer);
    timer = setTimeout(() => say(text), 700);
  }

  /** Goes back to the last model that could be read. */
  function heal() {
    broken = '';
    showAndSay();
  }

  /** Keeps other sizes of the model, `place:value` with commas between. */
  function change(text) {
    field('changes').value = text;
    field('second').value = 'changed';
    showAndSay();
  }

  function remember() {
    const text = writeState(valuesOf(form), usual, own);
    try {
      history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
    } catch {
      /* from a folder */
    }
  }

  async function recall() {
    const state = readState(location.hash.slice(1), usual);
    if (state.own) {
      await renew(state.own);
      setOwn(state.own);
    }
    setValues(form, state.values, usual);
    if (FIELDS.slice(4).some(name => !/^(split|memory|changes)$/.test(name) && state.values[name] !== usual[name])) {
      place.querySelector('[data-more]').open = true;
    }
    slide();
  }

  /** A code of the first version, which said more of images, is rewritten. */
  async function renew(model) {
    await load();
    if (!model.code.startsWith('1~') || !JSON.parse(fit(model.code, ANYTHING)).problem) return;
    await script('details.js').then(
      () => (model.code = window.archnotesRenewCode(model.code) || model.code),
      () => {},
    );
  }

  function setOwn(model) {
    own = model;
    field('name').value = model.name;
    for (const select of [field('model'), field('second')]) {
      const option = select.querySelector(`option[value="${OWN}"]`) ?? make('option', { value: OWN });
      option.textContent = `${own.name} (yours)`;
      if (!option.isConnected) select.prepend(option);
    }
  }

  /** The slider stands where the context is; eight steps double it. */
  function slide() {
    try {
      field('slide').value = Math.round(4 * Math.log2(tokens('', field('context').value)));
    } catch {
      /* what is written is no number: the result says so */
    }
  }

  ownModel(place, form, script, {
    async found(model) {
      await renew(model);
      broken = '';
      setOwn(field('name').value && !own ? { ...model, name: field('name').value } : model);
      field('model').value = OWN;
      showAndSay();
    },
    failed(words) {
      broken = words;
      showAndSay();
    },
    counted: code => JSON.parse(fit(code, ANYTHING)),
  });
  form.addEventListener('input', ({ target }) => {
    if (target.name === 'slide') {
      const exact = 2 ** (target.value / 4);
      field('context').value = tokensText(target.value % 4 ? Math.round(exact / 256) * 256 : exact);
    }
    if (target.name === 'context') slide();
    if (target.name === 'model') {
      broken = '';
      field('changes').value = '';
    }
    if (target.name === 'name' && own) setOwn({ ...own, name: target.value || 'own model' });
    if (target.name === 'slide' || target.name === 'name' || FIELDS.includes(target.name)) showAndSay();
  });
  all('[data-context]', form).forEach(preset =>
    preset.addEventListener('click', () => {
      field('context').value = preset.dataset.context;
      slide();
      showAndSay();
    }),
  );
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => recall().then(load).then(show));
  addEventListener('resize', () => {
    clearTimeout(timer);
    timer = setTimeout(() => load().then(show), 200);
  });
  // the answer that stands in the page is to another question
  if (location.hash.length > 1) results.firstElementChild?.replaceChildren(make('p', {}, 'Computing …'));
  recall().then(showFirst);

  async function showFirst() {
    await ahead(firstQuestions());
    await load();
    show();
  }

  /** What is asked at first; nothing where a field or the address is wrong, which `show` then says. */
  function firstQuestions() {
    try {
      const words = wordsOf(askedOf(form));
      const first = modelOf(field('model').value);
      return [first, secondOf(first)].filter(Boolean).map(({ code }) => ({ code, words }));
    } catch {
      return [];
    }
  }
}
