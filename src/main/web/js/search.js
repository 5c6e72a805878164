// Search: words over the sections of every page, and small questions over the facts (experts>128, attention:mla, tied).
// Needs MiniSearch and the index (window.archnotesSearchIndex), which site.js has loaded before.
(function () {
  'use strict';
  const { make } = window.archnotes, source = window.archnotesSearchIndex;
  const home = document.documentElement.dataset.root ?? './';
  const GROUPS = [['model', 'Models'], ['concept', 'Concepts'], ['comparison', 'Comparisons'], ['page', 'Pages']];
  const SAME = { mla: 'latent', gqa: 'grouped', mha: 'multi-head', mqa: 'multi-query', swa: 'sliding', local: 'sliding', deltanet: 'linear', yes: 'true', no: 'false' };
  const SCALE = { k: 1e3, m: 1e6, b: 1e9, t: 1e12, kib: 1024, mib: 1048576, gib: 1073741824 };
  const EXAMPLES = source.examples ?? ['experts>128', 'attention:mla', 'window', 'tied'];
  let engine = null;
  const words = () => engine ??= window.MiniSearch.loadJS(source.index, { fields: source.fields ?? ['title', 'heading', 'text'], storeFields: ['title', 'heading', 'href', 'group', 'text'] });

  const normal = value => String(value).toLowerCase().replace(/[\s_-]+/g, ' ');

  /** The conditions in a query, or null where it is not a question over facts. */
  function readConditions(query) {
    const keys = source.keys ?? {}, conditions = [], tight = query.toLowerCase().replace(/\s*(>=|<=|[><=:])\s*/g, '$1');
    for (const word of tight.split(/\s+/).filter(Boolean)) {
      const [, key, operator, right] = /^([a-z][a-z0-9_.-]*)(?:(>=|<=|[><=:])(.+))?$/.exec(word) ?? [];
      if (!key || !Object.hasOwn(keys, key)) return null;
      const number = /^([\d.,]+)(kib|mib|gib|k|m|b|t)?$/.exec(right ?? '');
      conditions.push({ key, operator, text: right && normal(SAME[right] ?? right), number: number ? Number(number[1].replace(/,/g, '')) * (SCALE[number[2]] ?? 1) : NaN });
    }
    return conditions.length ? conditions : null;
  }

  function holds({ key, operator, text, number }, values) {
    const value = values[key];
    if (value === undefined || value === null) return operator === ':' && (text === 'false' || text === 'none');
    if (!operator) return value !== false;
    if (/^\d{4}-\d\d-\d\d$/.test(value) && operator !== ':') { // a year or a month is compared with the beginning of a day
      const date = text.replaceAll(' ', '-'), order = value.slice(0, date.length).localeCompare(date);
      return operator[0] === '>' && order > 0 || operator[0] === '<' && order < 0 || operator.includes('=') && order === 0;
    }
    if (typeof value !== 'number' || Number.isNaN(number)) return (operator === ':' || operator === '=') && normal(value).includes(text);
    return { '>': value > number, '<': value < number, '>=': value >= number, '<=': value <= number, '=': value === number, ':': value === number }[operator];
  }

  const shown = value => typeof value === 'number' ? value.toLocaleString('en-US') : value === true ? 'yes' : value === false ? 'no' : value;

  function factHits(query) {
    const conditions = readConditions(query);
    if (!conditions) return [];
    const found = source.facts.filter(fact => conditions.every(c => holds(c, fact.values)));
    // words such as "kv cache" are keys as well; what holds for most models is not what was asked
    if (found.length > source.facts.length / 2 && !conditions.some(c => c.operator)) return [];
    return found.map(fact => ({ title: fact.name, href: fact.href, facts: conditions.map(c => `${source.keys[c.key]}: ${shown(fact.values[c.key] ?? 'none')}`).join(' · ') }));
  }

  function wordHits(query) {
    const options = { prefix: term => term.length > 1, fuzzy: term => term.length > 3 ? .2 : false, boost: { title: 4, heading: 2 }, boostDocument: (id, term, stored) => ({ page: .5, comparison: .6 })[stored.group] ?? (stored.heading ? 1 : 1.5), combineWith: 'AND' };
    let found = words().search(query, options);
    if (!found.length) found = words().search(query, { ...options, combineWith: 'OR' });
    const perPage = new Map();
    return found.filter(hit => {
      const page = hit.href.split('#')[0], seen = perPage.get(page) ?? 0;
      perPage.set(page, seen + 1);
      return seen < 3;
    });
  }

  /** The text around the first hit, with every hit marked. */
  function marked(text, terms, length = Infinity) {
    const pattern = terms.length && new RegExp(`(${terms.map(t => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length).join('|')})`, 'gi');
    const first = pattern ? Math.max(0, text.search(pattern)) : 0;
    let start = first > length * .4 ? text.indexOf(' ', first - length * .35) + 1 : 0, end = Math.min(text.length, start + length);
    if (end < text.length) end = text.lastIndexOf(' ', end);
    const pieces = (pattern ? text.slice(start, end).split(pattern) : [text.slice(start, end)]).map((piece, i) => i % 2 ? make('mark', {}, piece) : piece);
    return [start ? '… ' : '', ...pieces, end < text.length ? ' …' : ''];
  }

  /** A field and a list below it, in `place`; used by the dialog and by the search page. */
  function searchBox(place, name) {
    const input = make('input', { class: 'search-input', type: 'search', role: 'combobox', 'aria-label': 'Search', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${name}-list`, autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go', placeholder: 'words, or a fact' });
    const results = make('div', { class: 'search-results', id: `${name}-list`, role: 'listbox', 'aria-label': 'Results' });
    const hint = make('div', { class: 'search-empty' }, 'For example: ');
    const nothing = make('p', { class: 'search-empty' });
    const status = make('span', { class: 'search-status', role: 'status' });
    const foot = make('div', { class: 'search-foot' }, status, make('span', { class: 'search-keys' }, '↑ ↓ to choose, Enter to open'));
    EXAMPLES.forEach((example, i) => {
      const button = make('button', { type: 'button' }, example);
      button.addEventListener('click', () => { input.value = example; show(); input.focus(); });
      hint.append(i ? ', ' : '', button);
    });
    let options = [], selected = -1;

    function select(index) {
      options[selected]?.setAttribute('aria-selected', 'false');
      selected = options.length ? (index + options.length) % options.length : -1;
      const option = options[selected];
      option?.setAttribute('aria-selected', 'true');
      option?.scrollIntoView({ block: 'nearest' });
      if (option) input.setAttribute('aria-activedescendant', option.id); else input.removeAttribute('aria-activedescendant');
    }

    function option(hit) {
      const terms = Object.keys(hit.match ?? {}), link = make('a', { class: 'search-hit', href: home + hit.href, role: 'option', 'aria-selected': 'false', tabindex: '-1', id: `${name}-${options.length}` });
      link.append(make('span', { class: 'search-hit-title' }, ...marked(hit.title, terms)));
      if (hit.heading) link.append(make('span', { class: 'search-hit-heading' }, ...marked(hit.heading, terms)));
      if (hit.facts) link.append(' ', make('span', { class: 'search-hit-facts' }, hit.facts));
      if (hit.text) link.append(make('span', { class: 'search-hit-text' }, ...marked(hit.text, terms, 150)));
      options.push(link);
      return link;
    }

    function group(label, hits) {
      if (!hits.length) return;
      const id = `${name}-g${results.childElementCount}`;
      results.append(make('div', { role: 'group', 'aria-labelledby': id }, make('div', { class: 'search-group', id, role: 'presentation' }, label), ...hits.map(option)));
    }

    function show() {
      const query = input.value.trim();
      options = [];
      selected = -1;
      results.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      nothing.hidden = true;
      hint.hidden = Boolean(query);
      results.hidden = true;
      if (!query) { status.textContent = ''; foot.classList.add('visually-hidden'); select(-1); return; }
      const facts = factHits(query), hits = facts.length && /[><=:]/.test(query) ? [] : wordHits(query);
      group(`Models where ${query}`, facts);
      const byGroup = GROUPS.map(([key, label]) => [label, hits.filter(hit => hit.group === key).slice(0, 6)]).filter(([, found]) => found.length).sort((a, b) => b[1][0].score - a[1][0].score);
      byGroup.forEach(([label, found]) => group(label, found));
      nothing.hidden = options.length > 0;
      nothing.textContent = `Nothing found for “${query}”.`;
      results.hidden = !options.length;
      input.setAttribute('aria-expanded', String(options.length > 0));
      status.textContent = options.length === 1 ? '1 result' : `${options.length} results`;
      foot.classList.toggle('visually-hidden', !options.length); // the sentence above it has said so
      select(options.length ? 0 : -1);
    }

    input.addEventListener('input', show);
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); select(selected + (event.key === 'ArrowDown' ? 1 : -1)); }
      else if (event.key === 'Enter' && options[selected]) { event.preventDefault(); options[selected].click(); }
      else if (event.key === 'Escape' && input.value) { event.preventDefault(); event.stopPropagation(); input.value = ''; show(); }
    });
    results.addEventListener('mousemove', event => { const index = options.indexOf(event.target.closest('.search-hit')); if (index >= 0 && index !== selected) { options[selected]?.setAttribute('aria-selected', 'false'); selected = index; options[index].setAttribute('aria-selected', 'true'); input.setAttribute('aria-activedescendant', options[index].id); } });
    const field = make('div', { class: 'search-field' }, input);
    place.append(field, hint, nothing, results, foot);
    show();
    return { input, field, set(text) { input.value = text; show(); } };
  }

  let dialog = null, box = null;
  function open(text) {
    if (!dialog) {
      dialog = make('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
      document.body.append(dialog);
      box = searchBox(dialog, 'search');
      const close = make('button', { type: 'button', class: 'search-close' }, 'Close');
      close.addEventListener('click', () => dialog.close());
      box.field.append(close);
      dialog.addEventListener('close', () => { if (dialog.contains(document.activeElement)) document.activeElement.blur(); });
      dialog.addEventListener('click', event => { if (event.target === dialog || event.target.closest('.search-hit')) dialog.close(); });
    }
    if (!dialog.open) dialog.showModal();
    if (text) box.set(text);
    box.input.focus();
    box.input.select();
  }

  /** The search page (query from ?q=) and the page for a missing address (query from its words). */
  function mount(place) {
    const box = make('div', { class: 'search-box' });
    place.prepend(box);
    const own = searchBox(box, 'page-search'), asked = new URLSearchParams(location.search).get('q');
    const path = place.hasAttribute('data-query-from-path') ? decodeURIComponent(location.pathname).split('/').filter(Boolean).pop()?.replace(/\.html$|[-_]+/g, ' ').trim() : '';
    own.set(asked ?? path ?? '');
    if (!place.hasAttribute('data-query-from-path')) {
      own.input.focus();
      own.input.addEventListener('input', () => { try { history.replaceState(null, '', own.input.value ? `?q=${encodeURIComponent(own.input.value)}` : location.pathname); } catch { /* from a folder */ } });
    }
  }

  window.archnotesSearch = { open, mount };
})();
