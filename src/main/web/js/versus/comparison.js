import { cellValue, make, say } from '../shared.js';
import { thumbnail } from '../tray/thumbnail.js';
import { difference } from './order.js';
import { ratio } from './ratio.js';

/** What most come for stands first, whatever differs more. */
const BRIEF = ['parameters.active.all', 'kv_cache.bytes_at.32768', 'parameters.total', 'context.configured'];
const SHOWN = [
  ['', 'what differs'],
  ['same', 'what differs and what is the same'],
  ['every', 'every figure there is'],
];

/**
 * The chosen models beside one another, in `place`.
 *
 * @param state the ids in `picked`, the `base` of the ratios, and what is `shown`
 * @param go what the reader can do: `back` to all models, `take` a model out, and `change` the state
 */
export function comparison(place, { columns, facts, rows }, models, state, go) {
  const { picked } = state;
  const chosen = picked.map(id => rows.find(row => row.dataset.id === id));
  const names = picked.map(id => models.of(id).name);
  const base = Math.max(0, picked.indexOf(state.base));
  const byId = new Map(columns.map(column => [column.id, column]));

  let position = 0;
  const groups = models.groups.map(({ label, facts: effects }) => ({
    label,
    rows: Object.entries(effects).map(([id, effect]) =>
      rowOf(byId.get(id), effect, models.differsIn(picked, position++)),
    ),
  }));
  groups.forEach(group => {
    group.rows = group.rows.filter(row => row && !row.cells.every(isAbsent));
    group.weight = group.rows.reduce((sum, row) => sum + row.weight, 0);
  });
  groups.sort((a, b) => b.weight - a.weight);
  const brief = BRIEF.map(id => rowOf(byId.get(id), '', null)).filter(row => row && !row.cells.every(isAbsent));
  if (state.shown === 'every') {
    const told = new Set(models.groups.flatMap(group => Object.keys(group.facts)));
    const further = facts.filter(({ id }) => !told.has(id)).map(column => rowOf(column, '', null));
    groups.push({ label: 'Further figures', rows: further.filter(row => !row.cells.every(isAbsent)) });
  }

  function rowOf(column, effect, differs) {
    if (!column) return null;
    const cells = chosen.map(row => row.cells[column.index]);
    const values = cells.map(cell => (column.numeric ? cellValue(cell) : (cell.dataset.value ?? cell.textContent)));
    const apart = differs ?? new Set(values).size > 1;
    return { column, cells, values, effect, differs: apart, weight: difference(values, apart) };
  }

  const differing = models.differing(picked);
  place.replaceChildren(
    head(),
    jumps(),
    differing || state.shown
      ? make(
          'table',
          { class: 'versus', 'data-models': picked.length },
          tableHead(),
          ...[{ label: 'In brief', rows: brief, brief: true }, ...groups].map(bodyOf),
        )
      : make('p', {}, 'They do not differ in any of these facts.'),
  );

  function head() {
    const back = make('button', { type: 'button', class: 'button' }, '← All models');
    back.addEventListener('click', go.back);
    const copy = make('button', { type: 'button', class: 'button' }, 'Copy link');
    copy.addEventListener('click', () =>
      navigator.clipboard?.writeText(location.href).then(
        () => say((copy.textContent = 'Copied')),
        () => {},
      ),
    );
    const bases = names.map((name, i) => [picked[i], name]);
    return make(
      'div',
      { class: 'comparison-head' },
      back,
      select('Ratios against', bases, picked[base], value => go.change({ base: value })),
      select('Show', SHOWN, state.shown, value => go.change({ shown: value })),
      copy,
      go.pair ? make('a', { href: go.pair.href }, 'Their drawings, and the families') : '',
    );
  }

  /** The groups, to be gone to: nobody reads sixty rows for two figures. */
  function jumps() {
    const links = groups
      .filter(group => group.rows.some(row => row.differs))
      .map(group => {
        const link = make('a', { class: 'chip', href: `#${anchor(group)}` }, group.label);
        link.addEventListener('click', event => {
          event.preventDefault();
          const target = document.getElementById(anchor(group));
          target.scrollIntoView({ block: 'start' });
          target.focus({ preventScroll: true });
        });
        return make('li', {}, link);
      });
    return make('nav', { 'aria-label': 'What differs' }, make('ul', { class: 'chips' }, ...links));
  }

  function tableHead() {
    const heads = picked.map((id, i) => {
      const out = make('button', { type: 'button', 'aria-label': `Take out ${names[i]}` }, '×');
      out.addEventListener('click', () => go.take(id));
      const link = chosen[i].cells[0].querySelector('a');
      const name = make('a', { href: link?.getAttribute('href') }, names[i]);
      return make('th', { scope: 'col' }, thumbnail(models.of(id).layers), make('span', {}, name, out));
    });
    return make('thead', {}, make('tr', {}, make('td', {}, `${differing} of ${models.facts} facts differ`), ...heads));
  }

  function bodyOf(group) {
    const { label, rows: lines } = group;
    const shown = lines.filter(line => line.differs || state.shown);
    if (!shown.length) return '';
    const apart = lines.filter(line => line.differs).length;
    const told = group.brief ? '' : make('span', { class: 'versus-count' }, ` ${apart} of ${lines.length} differ`);
    const title = make(
      'th',
      { id: anchor(group), tabindex: '-1', scope: 'rowgroup', colspan: picked.length + 1 },
      label,
      told,
    );
    return make('tbody', {}, make('tr', { class: 'versus-group' }, title), ...shown.map(lineOf));
  }

  function lineOf({ column, cells, values, effect, differs }) {
    const name = make('th', { scope: 'row' }, column.label);
    if (effect && differs) name.append(make('span', { class: 'versus-effect' }, effect));
    const numbers = values.filter(value => typeof value === 'number');
    const most = Math.max(...numbers);
    const measured = column.numeric && differs && numbers.length > 1 && most > 0;
    const copies = cells.map((cell, i) => {
      const copy = make('td', { 'data-name': names[i] }, ...[...cell.childNodes].map(node => node.cloneNode(true)));
      if (measured && typeof values[i] === 'number') {
        copy.append(measure(values[i], values[base], most, i === base));
      }
      return copy;
    });
    return make('tr', { class: differs ? '' : 'same' }, name, ...copies);
  }
}

const anchor = ({ label }) => `versus-${label.toLowerCase().replace(/\W+/g, '-')}`;

const isAbsent = cell => cell.classList.contains('absent');

/** The ratio to the base, and a bar that is as long beside the others as the value is large. */
function measure(value, base, most, isBase) {
  const bar = make('span', { class: 'versus-bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', `${(100 * value) / most}%`);
  const times = isBase ? 'base' : typeof base === 'number' ? (ratio(value, base) ?? 'the same') : '';
  return make('span', { class: 'versus-measure' }, bar, make('span', { class: 'ratio' }, times));
}

function select(label, options, chosen, change) {
  const field = make(
    'select',
    {},
    ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
  );
  field.addEventListener('change', () => change(field.value));
  return make('label', { class: 'field' }, label, field);
}
