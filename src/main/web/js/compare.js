// The comparison page. Everything is read from the table in the page; the choice lives in the address.
(function () {
  'use strict';
  const { make, all, say, sortTable, cellValue } = window.archnotes;
  const table = document.querySelector('table[data-compare]'), controls = document.querySelector('[data-compare-controls]'), side = document.querySelector('[data-compare-side]');
  if (!table || !controls) return;
  const headers = all('thead tr:last-child th[data-column]', table), rows = [...table.tBodies[0].rows];
  const labelOf = header => {
    const unit = header.querySelector('.head-unit')?.textContent.trim() ?? '', name = header.dataset.label ?? header.textContent.replace(unit, '').trim();
    return unit ? `${name} (${unit})` : name;
  };
  const columns = headers.map((header, i) => ({ id: header.dataset.column, label: labelOf(header), group: header.dataset.group ?? '', header, index: i, numeric: header.classList.contains('num'), usual: header.hasAttribute('data-default') }));
  const groups = [...new Set(columns.slice(1).map(c => c.group))], grouped = groups.flatMap(group => columns.slice(1).filter(c => c.group === group));
  const MOST = 6, COLORS = { dense: 'dense', moe: 'mixture of experts' };
  const SIZES = [['', 'any size'], ['0..5', 'up to 5 B'], ['5..40', '5 to 40 B'], ['40..200', '40 to 200 B'], ['200..', 'over 200 B']];
  const distinct = key => [...new Set(rows.flatMap(row => (row.dataset[key] ?? '').split('|').filter(Boolean)))].sort();
  const nameOf = row => (row.cells[0].querySelector('a') ?? row.cells[0]).textContent.trim();

  const address = new URLSearchParams(location.search);
  const state = {
    text: address.get('q') ?? '', maker: address.get('maker') ?? '', kind: address.get('kind') ?? '', attention: address.get('attention') ?? '',
    size: address.get('size') ?? '', license: address.get('license') ?? '', from: address.get('from') ?? '',
    columns: new Set(address.has('columns') ? address.get('columns').split(',') : columns.filter(c => c.usual).map(c => c.id)),
    picked: (address.get('pick') ?? '').split(',').filter(id => rows.some(row => row.dataset.id === id)).slice(0, MOST), differences: address.has('differences'), sort: address.get('sort') ?? '',
  };
  const usual = [...columns.filter(c => c.usual).map(c => c.id)].join(',');

  function remember() {
    const next = new URLSearchParams(), chosen = columns.filter(c => state.columns.has(c.id)).map(c => c.id).join(',');
    for (const [key, value] of [['q', state.text], ['maker', state.maker], ['kind', state.kind], ['attention', state.attention], ['size', state.size], ['license', state.license], ['from', state.from],
      ['columns', chosen === usual ? '' : chosen], ['pick', state.picked.join(',')], ['differences', state.differences ? '1' : ''], ['sort', state.sort]]) if (value) next.set(key, value);
    const query = next.toString().replace(/%2C/g, ',');
    try { history.replaceState(null, '', query ? `?${query}` : location.pathname); } catch { /* from a folder */ }
  }

  function passes(row) {
    const data = row.dataset, [low, high] = state.size.split('..').map(v => v === '' ? null : Number(v) * 1e9), size = Number(data.size);
    return (!state.maker || data.maker === state.maker) && (!state.kind || data.kind === state.kind) && (!state.attention || (data.attention ?? '').split('|').includes(state.attention))
      && (!state.license || data.license === state.license) && (!state.from || (data.released ?? '') >= state.from) && (!state.size || (size > (low ?? 0) && (high == null || high === 0 || size <= high)))
      && (!state.text || row.textContent.toLowerCase().includes(state.text.toLowerCase()));
  }

  const picks = new Map();
  let count, differencesButton, beside;

  function show() {
    let visible = 0;
    for (const row of rows) {
      row.hidden = !passes(row);
      visible += !row.hidden;
      const picked = state.picked.includes(row.dataset.id), box = picks.get(row);
      row.classList.toggle('picked', picked);
      box.checked = picked;
      box.disabled = !picked && state.picked.length >= MOST;
    }
    for (const column of columns) {
      const off = column.index > 0 && !state.columns.has(column.id);
      column.header.hidden = off;
      rows.forEach(row => { row.cells[column.index].hidden = off; });
    }
    const models = rows.length === 1 ? '1 model' : `${rows.length} models`;
    count.textContent = (visible === rows.length ? models : visible ? `${visible} of ${models}` : rows.length > 1 ? `None of ${models} fits` : 'The one model does not fit')
      + (state.picked.length === 1 && rows.length > 1 ? '; choose one more to set them side by side' : '');
    table.parentElement.hidden = !visible;
    differencesButton.disabled = state.picked.length < 2;
    differencesButton.setAttribute('aria-pressed', String(state.differences));
    sideBySide();
    remember();
  }

  const ratio = (value, base) => {
    const r = value / base;
    return !Number.isFinite(r) || r === 1 || r === 0 ? null : `${r >= 10 ? r.toFixed(0) : r >= 1 ? r.toFixed(r < 2 ? 2 : 1) : r.toPrecision(2)}\u2009×`;
  };

  function sideBySide() {
    const wanted = state.picked.join() + state.differences;
    if (!side || wanted === beside) return; // it is a live region: filtering alone is not to be read out again
    beside = wanted;
    side.replaceChildren();
    side.hidden = state.picked.length < 2;
    if (side.hidden) return;
    const chosen = state.picked.map(id => rows.find(row => row.dataset.id === id));
    const clear = make('button', { type: 'button', class: 'button' }, 'Choose none');
    clear.addEventListener('click', () => { state.picked = []; show(); });
    const head = make('tr', {}, make('th', { scope: 'col' }, 'Fact'), ...chosen.map(row => make('th', { scope: 'col' }, nameOf(row))));
    const body = make('tbody');
    let group = null;
    for (const column of grouped) {
      const cells = chosen.map(row => row.cells[column.index]), texts = cells.map(cell => cell.textContent.trim()), same = texts.every(t => t === texts[0]);
      if ((state.differences && same) || cells.every(cell => cell.classList.contains('absent'))) continue;
      if (column.group !== group) { group = column.group; body.append(make('tr', { class: 'versus-group' }, make('th', { scope: 'rowgroup', colspan: chosen.length + 1 }, group))); }
      const base = cellValue(cells[0]);
      body.append(make('tr', { class: same ? 'same' : '' }, make('th', { scope: 'row' }, column.label), ...cells.map((cell, i) => {
        const copy = make('td', {}, ...[...cell.childNodes].map(node => node.cloneNode(true))), value = cellValue(cell);
        const times = i && typeof value === 'number' && typeof base === 'number' && column.numeric ? ratio(value, base) : null;
        if (times) copy.append(make('span', { class: 'ratio' }, times));
        return copy;
      })));
    }
    side.append(make('div', { class: 'side-by-side-head' }, make('h2', { id: 'side-by-side' }, 'Side by side'), clear),
      make('div', { class: 'table-scroll', role: 'region', tabindex: '0', 'aria-labelledby': 'side-by-side' }, make('table', { class: 'versus' }, make('thead', {}, head), body)));
  }

  function selectField(label, key, options) {
    const select = make('select', {}, ...options.map(([value, text]) => make('option', { value, selected: value === state[key] }, text)));
    select.addEventListener('change', () => { state[key] = select.value; show(); say(count.textContent); });
    return make('label', { class: 'field' }, label, select);
  }

  function columnChooser() {
    const list = make('div', { class: 'compare-columns-list' }), sets = new Map();
    for (const column of grouped) {
      if (!sets.has(column.group)) { const set = make('fieldset', {}, make('legend', {}, column.group)); sets.set(column.group, set); list.append(set); }
      const box = make('input', { type: 'checkbox', checked: state.columns.has(column.id) });
      box.addEventListener('change', () => { if (box.checked) state.columns.add(column.id); else state.columns.delete(column.id); show(); });
      sets.get(column.group).append(make('label', { class: 'check' }, box, column.label));
    }
    const fold = make('details', { class: 'compare-columns' }, make('summary', { class: 'button' }, 'Columns'), list);
    document.addEventListener('click', event => { if (!fold.contains(event.target)) fold.open = false; });
    fold.addEventListener('keydown', event => { if (event.key === 'Escape') { fold.open = false; fold.firstChild.focus(); } });
    return fold;
  }

  function csv() {
    const shown = columns.filter(c => c.index === 0 || state.columns.has(c.id)), quote = text => /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    const value = (row, column) => column.index === 0 ? nameOf(row) : row.cells[column.index].classList.contains('absent') ? '' : row.cells[column.index].dataset.value ?? row.cells[column.index].textContent.trim();
    const lines = [['id', ...shown.map(c => c.id)], ...[...table.tBodies[0].rows].filter(row => !row.hidden).map(row => [row.dataset.id, ...shown.map(c => value(row, c))])];
    const link = make('a', { href: URL.createObjectURL(new Blob([lines.map(line => line.map(quote).join(',')).join('\r\n') + '\r\n'], { type: 'text/csv' })), download: 'archnotes-comparison.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  rows.forEach(row => {
    const box = make('input', { type: 'checkbox', 'aria-label': `Set ${nameOf(row)} side by side` });
    box.addEventListener('change', () => { state.picked = box.checked ? [...state.picked, row.dataset.id] : state.picked.filter(id => id !== row.dataset.id); show(); });
    picks.set(row, box);
    row.cells[0].prepend(make('label', { class: 'pick' }, box));
  });
  const find = make('input', { type: 'search', value: state.text, autocomplete: 'off' });
  find.addEventListener('input', () => { state.text = find.value.trim(); show(); });
  const any = (label, key, names = {}) => [['', label], ...distinct(key).map(v => [v, names[v] ?? v])];
  count = make('span', { class: 'compare-count', role: 'status' });
  differencesButton = make('button', { type: 'button', class: 'button' }, 'Only differences');
  differencesButton.addEventListener('click', () => { state.differences = !state.differences; show(); });
  const download = make('button', { type: 'button', class: 'button' }, 'Download CSV'), reset = make('a', { class: 'button', href: location.pathname }, 'Start over');
  download.addEventListener('click', csv);
  const years = [...new Set(rows.map(row => (row.dataset.released ?? '').slice(0, 4)).filter(Boolean))].sort();
  controls.append(
    make('details', { class: 'compare-fold' }, make('summary', { class: 'button' }, 'Filter'), make('form', { class: 'compare-filters', role: 'search', 'aria-label': 'Filter the models' }, make('label', { class: 'field' }, 'Find', find), selectField('Maker', 'maker', any('any maker', 'maker')), selectField('Feed-forward', 'kind', any('dense or experts', 'kind', COLORS)),
      selectField('Attention', 'attention', any('any attention', 'attention')), selectField('Size', 'size', SIZES), selectField('License', 'license', any('any license', 'license')), selectField('Released', 'from', [['', 'any date'], ...years.slice(1).map(y => [y, `${y} or later`])]))),
    make('div', { class: 'compare-bar' }, count, differencesButton, columnChooser(), download, reset));
  controls.querySelector('details').open = Boolean(state.maker || state.kind || state.attention || state.size || state.license || state.from || state.text);
  controls.querySelector('form').addEventListener('submit', event => event.preventDefault());
  table.addEventListener('sorted', event => { state.sort = (event.detail.direction === 'descending' ? '-' : '') + (event.detail.header.dataset.column ?? ''); remember(); });
  const sorted = columns.find(c => c.id === state.sort.replace(/^-/, ''));
  if (sorted) sortTable(table, sorted.header, state.sort.startsWith('-') ? 'descending' : 'ascending');
  show();
  table.dataset.ready = '';
})();
