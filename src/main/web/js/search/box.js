import { make } from '../shared.js';
import { excerpt } from './excerpt.js';
import { groupHits } from './hits.js';

/** A field and a list below it, in `place`; used by the dialog and by the search page. */
export function searchBox(engine, place, name) {
  const input = make('input', {
    class: 'search-input',
    type: 'search',
    role: 'combobox',
    'aria-label': 'Search',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${name}-list`,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: 'words, or a fact',
  });
  const results = make('div', {
    class: 'search-results',
    id: `${name}-list`,
    role: 'listbox',
    'aria-label': 'Results',
  });
  const hint = make('div', { class: 'search-empty' }, 'For example: ');
  const nothing = make('p', { class: 'search-empty' });
  const status = make('span', { class: 'search-status', role: 'status' });
  const keys = make('span', { class: 'search-keys' }, '↑ ↓ to choose, Enter to open');
  const foot = make('div', { class: 'search-foot' }, status, keys);
  engine.examples.forEach((example, i) => {
    const button = make('button', { type: 'button' }, example);
    button.addEventListener('click', () => {
      set(example);
      input.focus();
    });
    hint.append(i ? ', ' : '', button);
  });
  let options = [];
  let selected = -1;

  function mark(index) {
    options[selected]?.setAttribute('aria-selected', 'false');
    selected = index;
    const option = options[index];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function select(index) {
    mark(options.length ? (index + options.length) % options.length : -1);
    options[selected]?.scrollIntoView({ block: 'nearest' });
  }

  function append(label, hits) {
    if (!hits.length) return;
    const id = `${name}-g${results.childElementCount}`;
    const head = make('div', { class: 'search-group', id, role: 'presentation' }, label);
    const links = hits.map((hit, i) => resultLink(hit, `${name}-${options.length + i}`));
    options.push(...links);
    results.append(make('div', { role: 'group', 'aria-labelledby': id }, head, ...links));
  }

  function show() {
    const query = input.value.trim();
    options = [];
    results.replaceChildren();
    if (query) {
      const facts = engine.facts(query);
      append(`Models where ${query}`, facts);
      const asked = facts.length && /[><=:]/.test(query);
      groupHits(asked ? [] : engine.words(query)).forEach(([label, found]) => append(label, found));
    }
    hint.hidden = Boolean(query);
    nothing.hidden = !query || options.length > 0;
    nothing.textContent = `Nothing found for “${query}”.`;
    results.hidden = !options.length;
    input.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = !query ? '' : options.length === 1 ? '1 result' : `${options.length} results`;
    // where nothing is found, the sentence above it has said so
    foot.classList.toggle('visually-hidden', !options.length);
    selected = -1;
    select(0);
  }

  function set(text) {
    input.value = text;
    show();
  }

  input.addEventListener('input', show);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && options[selected]) {
      event.preventDefault();
      options[selected].click();
    } else if (event.key === 'Escape' && input.value) {
      event.preventDefault();
      event.stopPropagation();
      set('');
    }
  });
  results.addEventListener('mousemove', event => {
    const index = options.indexOf(event.target.closest('.search-hit'));
    if (index >= 0 && index !== selected) mark(index);
  });
  const field = make('div', { class: 'search-field' }, input);
  place.append(field, hint, nothing, results, foot);
  show();
  return { input, field, set };
}

function resultLink(hit, id) {
  const home = document.documentElement.dataset.root;
  const terms = Object.keys(hit.match ?? {});
  const part = (kind, text, length) =>
    make('span', { class: `search-hit-${kind}` }, ...marked(excerpt(text, terms, length)));
  const link = make('a', {
    class: 'search-hit',
    href: home + hit.href,
    role: 'option',
    'aria-selected': 'false',
    tabindex: '-1',
    id,
  });
  link.append(part('title', hit.title));
  if (hit.heading) link.append(part('heading', hit.heading));
  if (hit.facts) link.append(' ', make('span', { class: 'search-hit-facts' }, hit.facts));
  if (hit.text) link.append(part('text', hit.text, 150));
  return link;
}

const marked = ({ cutBefore, pieces, cutAfter }) => [
  cutBefore ? '… ' : '',
  ...pieces.map((piece, i) => (i % 2 ? make('mark', {}, piece) : piece)),
  cutAfter ? ' …' : '',
];
