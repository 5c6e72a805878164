import { loadScript, loadTray, make, say, sortTable } from '../shared.js';
import { askedFor } from '../tray/models.js';
import { nameField } from '../tray/name-field.js';
import { CHOSEN } from '../tray/tray.js';
import { button, columnChooser, filterForm } from './controls.js';
import { downloadCsv } from './csv.js';
import { finds, indexOf } from './find.js';
import {
  countSentence,
  isCompared,
  isFiltered,
  passes,
  readMechanisms,
  readState,
  usualColumns,
  writeState,
} from './state.js';
import { nameOf, readTable } from './table.js';

/** What stands in an entry of a narrow screen, as long as nobody chose other columns. */
const CARD = [
  'parameters.total',
  'parameters.active.all',
  'kv_cache.bytes_at.32768',
  'context.configured',
  'attention.mix',
];

/** Makes the controls of the comparison, and shows what the address asks for. */
export function list(table, controls, place) {
  const content = readTable(table);
  const { columns, facts, rows } = content;
  const state = readState(location.search, columns);
  const heading = document.querySelector('#compare-title');
  const canonical = document.querySelector('link[rel="canonical"]');
  const ofList = { title: document.title, heading: heading.textContent, address: canonical?.href };
  const aroundList = [
    controls,
    table.parentElement,
    ...document.querySelectorAll('.pairs, .page-title > :is(.key-line, .starts)'),
  ];
  const mechanisms = controls.dataset.mechanisms
    .split('|')
    .filter(Boolean)
    .map(text => {
      const [label, ...others] = text.slice(text.indexOf(':') + 1).split(';');
      return { key: text.slice(0, text.indexOf(':')), label, names: [label, ...others].join(' ') };
    });
  const indexes = new Map();
  let tray = null;

  const isShown = ({ index, id }) => index === 0 || state.columns.has(id);
  const found = (question, row) => {
    if (!indexes.has(row)) {
      const used = (row.dataset.uses ?? '').split(' ').map(at => mechanisms[at]?.names ?? '');
      const kind = row.dataset.kind === 'moe' ? 'mixture of experts' : 'dense';
      indexes.set(row, indexOf(nameOf(row), `${kind} ${used.join(' ')} ${row.dataset.maker} ${row.textContent}`));
    }
    return finds(question, indexes.get(row));
  };

  const count = make('span', { class: 'compare-count', role: 'status' });
  const unknown = make('p', { class: 'compare-unknown', role: 'status' });
  place.before(unknown);
  const picks = new Map(rows.map(row => [row, pickBox(row, () => loadTray().then(it => it.toggle(row.dataset.id)))]));

  function showList() {
    state.mechanisms = readMechanisms(state.uses, mechanisms);
    for (const row of rows) row.hidden = !passes(row, state, found);
    const unchanged = usualColumns(state, columns);
    for (const column of columns) {
      const hidden = !isShown(column);
      column.header.toggleAttribute('data-extra', hidden);
      rows.forEach(row => {
        const cell = row.cells[column.index];
        cell.toggleAttribute('data-extra', hidden);
        if (hidden || !column.index) return;
        const place = CARD.indexOf(column.id);
        cell.dataset.label = place < 0 ? column.label : column.label.replace(' parameters', '');
        cell.style.order = place < 0 ? CARD.length + 1 : place + 1;
        cell.toggleAttribute('data-minor', unchanged && place < 0);
      });
    }
    const visible = rows.filter(row => !row.hidden).length;
    count.textContent = countSentence(visible, rows.length);
    table.parentElement.hidden = !visible || isCompared(state);
    remember();
  }

  function showPicks() {
    for (const row of rows) {
      const picked = state.picked.includes(row.dataset.id);
      row.classList.toggle('picked', picked);
      picks.get(row).checked = picked;
    }
  }

  /** The address of what is shown; a comparison is a step that the way back undoes. */
  function remember(step) {
    const query = writeState(state, columns);
    try {
      history[step ? 'pushState' : 'replaceState'](null, '', query ? `?${query}` : location.pathname);
    } catch {
      /* from a folder */
    }
  }

  /** Shows the list or the comparison, whichever is asked for, in the same place. */
  async function show() {
    const compared = isCompared(state);
    // before the tray comes, which then has its height from the beginning
    document.documentElement.classList.toggle('is-compared', compared);
    tray = await loadTray();
    if (compared) await comparison();
    aroundList.forEach(element => {
      element.hidden = compared;
    });
    place.hidden = !compared;
    const names = compared ? state.picked.map(id => tray.models.of(id).name) : [];
    heading.replaceChildren(...(compared ? titleOf(names) : [ofList.heading]));
    document.title = compared ? ofList.title.replace(ofList.heading, inWords(names)) : ofList.title;
    if (canonical) {
      canonical.href = compared ? `${ofList.address}?pick=${[...state.picked].sort().join()}` : ofList.address;
    }
    if (!compared) showList();
    showPicks();
  }

  async function comparison() {
    await (window.archnotesComparison ?? loadScript(`${document.documentElement.dataset.root}assets/versus.js`));
    window.archnotesComparison(place, content, tray.models, state, {
      pair: pairOf(state.picked.map(id => tray.models.of(id).slug)),
      back: () => {
        state.listed = true;
        remember(true);
        show().then(() => picks.get(rows.find(row => state.picked.includes(row.dataset.id)))?.focus());
      },
      take: id => tray.toggle(id),
      change: changed => {
        Object.assign(state, changed);
        remember();
        comparison();
      },
    });
  }

  document.addEventListener(CHOSEN, ({ detail }) => {
    state.picked = detail;
    if (detail.length < 2) state.listed = true;
    remember();
    if (!place.hidden) show();
    else showPicks();
  });
  // the tray's link leads to this page: here it opens the comparison in place
  document.addEventListener('click', event => {
    if (!event.target.closest?.('.tray-go') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.listed = false;
    remember(true);
    show().then(() => {
      scrollTo(0, 0);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  });
  addEventListener('popstate', () => {
    Object.assign(state, readState(location.search, columns));
    choose();
  });

  /** Reads the models of the address, by any of their names; says which are none. */
  async function choose() {
    tray = await loadTray();
    const asked = askedFor(location.search, tray.models);
    unknown.textContent = asked.unknown.length
      ? `No model is called ${asked.unknown.map(name => `“${name}”`).join(' or ')}.`
      : '';
    if (asked.ids.length) state.picked = asked.ids;
    else if (asked.unknown.length) state.listed = true;
    else state.picked = tray.chosen();
    if (!asked.ids.length && state.picked.length > 1) state.listed = true;
    if (asked.ids.join() !== tray.chosen().join() && asked.ids.length) tray.set(asked.ids);
    remember();
    await show();
  }

  const form = filterForm(state, rows, mechanisms, atOnce => {
    showList();
    if (atOnce) say(count.textContent);
  });
  const adding = nameField(
    'compare-add',
    rows.map(nameOf),
    name => loadTray().then(it => it.add(name)),
    make('button', { class: 'button' }, 'Add'),
  );
  controls.append(
    adding,
    make(
      'details',
      { class: 'compare-fold', open: isFiltered(state) },
      make('summary', { class: 'button' }, 'Find and filter'),
      form,
    ),
    make(
      'div',
      { class: 'compare-bar' },
      count,
      sortChooser(table, facts, () => state),
      columnChooser(state, facts, showList),
      button('Download CSV', () => downloadCsv(content, isShown)),
      make('a', { class: 'button', href: location.pathname }, 'Start over'),
    ),
  );
  table.addEventListener('sorted', ({ detail: { header, direction } }) => {
    state.sort = (direction === 'descending' ? '-' : '') + (header.dataset.column ?? '');
    remember();
  });
  const sorted = columns.find(({ id }) => id === state.sort.replace(/^-/, ''));
  if (sorted) sortTable(table, sorted.header, state.sort.startsWith('-') ? 'descending' : 'ascending');
  const asks = /[?&](pick|a|b)=/.test(location.search);
  if (!asks) showList();
  (asks || document.documentElement.classList.contains('has-tray') ? choose() : Promise.resolve())
    .catch(() => showList())
    .then(() => {
      table.dataset.ready = '';
    });
}

/** The names in words, each on one line. */
function titleOf(names) {
  const parts = inWords(names.map((_, i) => `\n${i}\n`)).split('\n');
  return parts.map((text, i) => (i % 2 ? make('span', { class: 'nowrap' }, names[Number(text)]) : text));
}

/** `DeepSeek V3, Kimi K2 and gpt-oss-120b`. */
export const inWords = names =>
  names.length === 2
    ? `${names[0]} against ${names[1]}`
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** The link to the page of two families, where these are two. */
function pairOf(slugs) {
  const [a, b] = slugs;
  if (slugs.length !== 2 || a === b) return null;
  return [...document.querySelectorAll('.pairs a')].find(({ pathname }) =>
    [`/${a}-vs-${b}/`, `/${b}-vs-${a}/`].some(end => pathname.replace(/index\.html$/, '').endsWith(end)),
  );
}

/** A choice of what to sort by, where there are no heads to press. */
function sortChooser(table, facts) {
  const select = make('select', {}, make('option', { value: '' }, 'family and size'));
  for (const { id, label, usual } of facts) {
    if (usual) select.append(make('option', { value: id }, label));
  }
  select.addEventListener('change', () => {
    const header = table.querySelector(`th[data-column="${select.value || 'name'}"]`);
    sortTable(table, header, header.classList.contains('num') ? 'descending' : 'ascending');
  });
  return make('label', { class: 'field compare-sort' }, 'Sort by', select);
}

/** The box before the name of a model that chooses it. */
function pickBox(row, change) {
  const box = make('input', { type: 'checkbox', 'aria-label': `Compare ${nameOf(row)}` });
  box.addEventListener('change', change);
  row.cells[0].prepend(make('label', { class: 'pick' }, box));
  return box;
}
