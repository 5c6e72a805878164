import { make } from '../shared.js';
import { excerpt, raised } from './excerpt.js';

/** The results of a group that are shown at once. */
const OF_A_GROUP = 10;
const SECTIONS = 8;

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
    'aria-describedby': `${name}-help`,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '300',
    placeholder: engine.hasModels ? 'words, or a question' : 'words',
  });
  const results = make('div', {
    class: 'search-results',
    id: `${name}-list`,
    role: 'listbox',
    'aria-label': 'Results',
  });
  const start = make('div', { class: 'search-start' });
  const note = make('div', { class: 'search-note' });
  const status = make('span', { class: 'search-status', role: 'status' });
  const keys = make('span', { class: 'search-keys' }, '↑ ↓ to choose, Enter to open');
  // shown with the first results, which would push it
  const foot = make('div', { class: 'search-foot visually-hidden' }, status, keys);
  let options = [];
  let selected = -1;
  let asked = 0;
  let pages = 1;
  let running = null;

  fillStart();

  /** What one can ask, shown while nothing is asked. */
  function fillStart() {
    const help = make('p', { class: 'search-help', id: `${name}-help` });
    if (engine.hasModels) {
      help.append(
        'Words find sections. A model and a quantity give the value; “models with …” and conditions such as ',
        ask('experts>128'),
        ' or ',
        ask('license:mit'),
        ' list models; "quotes" keep words together.',
      );
    } else help.append('Words find sections; "quotes" keep words together.');
    start.append(help);
    if (engine.questions.length) {
      const list = make('ul', { class: 'search-questions' });
      for (const question of engine.questions) list.append(make('li', {}, ask(question)));
      start.append(make('p', { class: 'search-help' }, 'For example:'), list);
    }
  }

  function ask(text) {
    const button = make('button', { type: 'button' }, text);
    button.addEventListener('click', () => {
      set(text);
      input.focus();
    });
    return button;
  }

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
    const id = `${name}-g${results.childElementCount}`;
    const head = make('div', { class: 'search-group', id, role: 'presentation' }, label);
    const links = hits.map((hit, i) => resultLink(hit, `${name}-${options.length + i}`));
    options.push(...links);
    results.append(make('div', { role: 'group', 'aria-labelledby': id }, head, ...links));
  }

  /** Asks for what stands in the field; of queries typed in the meantime, the last one is asked next. */
  async function show() {
    const query = input.value.trim();
    const turn = ++asked;
    if (running) await running.catch(() => {});
    if (turn !== asked) return;
    running = engine.search(query, SECTIONS * pages);
    let found;
    try {
      found = await running;
    } catch {
      found = { groups: [], note: 'A part of the index could not be loaded. Load the page again.', failed: true };
    }
    if (turn === asked) print(query, found);
  }

  function print(query, { groups, note: said, keys: known, more, failed, near }) {
    options = [];
    results.replaceChildren();
    note.replaceChildren();
    const most = OF_A_GROUP * pages * (pages > 1 ? 10 : 1);
    let hidden = Boolean(more);
    for (const { label, hits, total } of groups) {
      hidden ||= hits.length > most;
      append(total > OF_A_GROUP ? `${label} (${total})` : label, hits.slice(0, most));
    }
    if (hidden) results.append(moreButton());
    start.hidden = Boolean(query);
    if (said) note.append(make('p', {}, said));
    if (known) note.append(make('p', { class: 'search-known' }, ...known.flatMap(key => [ask(`${key}:`), ' '])));
    if (query && !options.length && !said) note.append(...nothing(query, near));
    note.hidden = !note.childElementCount;
    results.hidden = !options.length;
    input.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = !query || failed ? '' : counted(options.length, hidden);
    // where nothing is found, the sentence above it has said so
    foot.classList.toggle('visually-hidden', !options.length);
    selected = -1;
    select(0);
    results.scrollTop = pages > 1 ? results.scrollTop : 0;
  }

  function moreButton() {
    const button = make('button', { type: 'button', class: 'search-more' }, 'More results');
    button.addEventListener('click', () => {
      const before = options.length;
      pages++;
      input.focus();
      show().then(() => select(Math.min(before, options.length - 1)));
    });
    return button;
  }

  /** What is said where nothing was found: the names nearest to the query, or else what others ask. */
  function nothing(query, near) {
    const home = document.documentElement.dataset.root;
    const said = [make('p', {}, `Nothing found for “${query}”. Fewer or other words may find more.`)];
    const offered = near?.length ? near : engine.questions;
    if (offered.length) {
      const lead = near?.length ? 'Nearest to it: ' : 'One can ask, for example: ';
      said.push(
        make('p', {}, lead),
        make('ul', { class: 'search-questions' }, ...offered.map(text => make('li', {}, ask(text)))),
      );
    }
    if (!engine.hasModels) return said;
    const link = (address, text) => make('a', { href: home + address }, text);
    const lists = make('p', {}, 'All ', link('models/', 'models'), ', ', link('concepts/', 'concepts'), ', ');
    lists.append(link('compare/', 'the table of all variants'), '. Conditions can be set on: ');
    lists.append(...engine.keys.flatMap((key, i) => [i ? ' ' : '', ask(`${key}:`)]));
    return [...said, lists];
  }

  function set(text) {
    input.value = text;
    pages = 1;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  input.addEventListener('input', () => {
    pages = 1;
    show();
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && options[selected] && !event.isComposing) {
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
  place.append(field, start, note, results, foot);
  show();
  return { input, field, set };
}

function counted(count, more) {
  if (!count) return 'Nothing found';
  const said = count === 1 ? '1 result' : `${count} results`;
  return more ? `${said}, and more` : said;
}

function resultLink(hit, id) {
  const home = document.documentElement.dataset.root;
  const terms = hit.match ?? [];
  const part = (kind, text, length) =>
    make('span', { class: `search-hit-${kind}` }, ...marked(excerpt(text, terms, length)));
  const link = make('a', {
    class: hit.minor ? 'search-hit search-hit-minor' : 'search-hit',
    href: home + hit.href,
    role: 'option',
    'aria-selected': 'false',
    tabindex: '-1',
    id,
  });
  link.append(part('title', hit.title));
  if (hit.value) link.append(' ', make('span', { class: 'search-hit-value' }, hit.value));
  if (hit.heading) link.append(' ', part('heading', hit.heading));
  if (hit.facts) link.append(' ', make('span', { class: 'search-hit-facts' }, hit.facts));
  if (hit.text) link.append(' ', part('text', hit.text, 160));
  return link;
}

const marked = ({ cutBefore, pieces, cutAfter }) => [
  cutBefore ? '… ' : '',
  ...pieces.map((piece, i) => (i % 2 ? make('mark', {}, piece) : raised(piece))),
  cutAfter ? ' …' : '',
];
