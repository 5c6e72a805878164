// The calculator: a form in the page, figures from calc.js (compiled from the generator's own Java), state in the address.
// The state stands behind #, so that no server sees it; a configuration of one's own is read by config.js, fetched when wanted.
(function () {
  'use strict';
  const { make, say } = window.archnotes, models = window.archnotesModels;
  const place = document.querySelector('[data-calculator]'), form = place?.querySelector('form'), results = place?.querySelector('[data-results]'), problems = place?.querySelector('[data-problems]');
  if (!form || !models || !window.archnotesEstimate) return;
  const field = name => form.elements.namedItem(name);
  const NAMES = ['model', 'context', 'batch', 'weights', 'cache', 'count', 'memory'], usual = new Map(NAMES.map(name => [name, field(name).value]));
  const OWN = 'own', COLORS = { Embedding: 'embed', 'Output head': 'embed', Attention: 'attention', Normalization: 'norm' };
  let own = null;

  // ---- how figures are written
  const grouped = new Intl.NumberFormat('en-US');
  const digits = value => value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : grouped.format(Math.round(value));
  function scaled(value, base, units) {
    let step = 0;
    while (step < units.length - 1 && value >= base) { value /= base; step++; }
    return [step ? digits(value) : grouped.format(value), units[step]];
  }
  function figure(value, [number, unit]) {
    const data = make('data', { class: 'number', value, title: grouped.format(value) }, number);
    return unit ? [data, '\u2009', make('span', { class: 'unit' }, unit)] : [data];
  }
  const binary = value => figure(value, scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']));
  const decimal = value => figure(value, scaled(value, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']));
  const flops = value => figure(value, scaled(value, 1000, ['FLOP', 'kFLOP', 'MFLOP', 'GFLOP', 'TFLOP', 'PFLOP', 'EFLOP']));
  const exact = value => figure(value, [grouped.format(value)]);
  const words = ([number, unit]) => `${number} ${unit}`;
  const gigabytes = value => words(scaled(value, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']));

  // ---- tables
  const cell = (content, name = 'td', attributes = { class: 'num' }) => make(name, attributes, ...[content].flat());
  const heading = content => cell(content, 'th', { scope: 'row' });
  function table(id, caption, heads, bodies, foot, kind = '') {
    const head = make('tr', {}, ...heads.map(([text, numeric]) => cell(text, 'th', { scope: 'col', class: numeric ? 'num' : '' })));
    const element = make('table', { class: `compact ${kind}`.trim() }, make('thead', {}, head), ...bodies.map(rows => make('tbody', {}, ...rows)));
    if (foot) element.append(make('tfoot', {}, foot));
    return make('figure', { class: 'table' }, make('figcaption', { id }, caption), make('div', { class: 'table-scroll', role: 'region', 'aria-labelledby': id, tabindex: 0 }, element));
  }
  const row = (name, ...cells) => make('tr', {}, heading(name), ...cells.map(content => cell(content)));
  const total = (name, ...cells) => make('tr', { class: 'ledger-total' }, heading(name), ...cells.map(content => cell(content)));

  function memoryTable(answer, asked) {
    const cache = `Cache of ${asked.batch === 1 ? 'one sequence' : `${grouped.format(asked.batch)} sequences`} at ${grouped.format(asked.context)} tokens`;
    const line = (name, value, build = row) => build(name, binary(value), decimal(value), exact(value));
    return table('calc-memory', 'Memory', [['Part'], ['Binary', true], ['Decimal', true], ['Bytes', true]],
      [[line(asked.weights ? `Weights of the decoder, ${asked.weights} bits` : `Released checkpoint, ${answer.storage}`, answer.weightBytes), line(cache, answer.cacheBytes)]],
      line('Together', answer.totalBytes, total));
  }

  function costTable(answer, asked) {
    const each = asked.batch === 1 ? 'a token' : `a step of ${grouped.format(asked.batch)} tokens`;
    return table('calc-cost', 'One step of decoding at the full context', [['Figure'], ['Value', true], ['Exact', true]], [[
      row('Operations of the weights, a token', flops(answer.weightFlops), exact(answer.weightFlops)),
      row('Operations of attention, a token', flops(answer.attentionFlops), exact(answer.attentionFlops)),
      row(`Operations of ${each}`, flops(answer.stepFlops), exact(answer.stepFlops)),
      row(asked.batch === 1 || answer.active === answer.total ? 'Weights read' : 'Weights read (experts as expected)', binary(answer.weightBytesRead), exact(answer.weightBytesRead)),
      row('Weights and cache read', binary(answer.bytesRead), exact(answer.bytesRead)),
      row('Operations for each byte read', digits(answer.stepFlops / answer.bytesRead), ''),
    ]]);
  }

  function ledger(answer) {
    const bodies = answer.parts.map(part => [
      make('tr', { class: `ledger-group part-${COLORS[part.label] ?? 'ffn'}` }, cell(part.label, 'th', { scope: 'rowgroup', colspan: 4 }), cell(exact(part.total))),
      ...part.rows.map(([tensor, where, shape, count, elements]) => make('tr', {}, heading(make('code', {}, tensor)), cell(where, 'td', {}), cell(shape.map(n => grouped.format(n)).join(' × '), 'td', { class: 'shape' }), cell(exact(count)), cell(exact(elements)))),
    ]);
    const foot = make('tr', { class: 'ledger-total' }, cell('Total', 'th', { scope: 'row', colspan: 4 }), cell(exact(answer.total)));
    return table('calc-ledger', `Every tensor of the decoder, by part.${answer.extras ? ` Prediction module and vision part have ${grouped.format(answer.extras)} more.` : ''}`,
      [['Tensor'], ['In'], ['Shape'], ['Tensors', true], ['Parameters', true]], bodies, foot, 'ledger');
  }

  function cacheByLayer(answer) {
    const rows = answer.cache.map(run => make('tr', {}, heading(run.layers === 1 ? `${run.from}` : `${run.from} to ${run.from + run.layers - 1}`), cell(`${run.name}: ${run.kind}`, 'td', {}),
      cell(run.numbers ? exact(run.numbers) : 'state'), cell(run.numbers ? exact(run.kept) : 'all, in the state'), cell(binary(run.bytes)), cell(exact(run.bytes * run.layers))));
    return table('calc-cache', 'Cache of one sequence, from the bottom.', [['Layers'], ['Attention'], ['Numbers a token', true], ['Tokens kept', true], ['A layer', true], ['Bytes of the run', true]], [rows],
      make('tr', { class: 'ledger-total' }, cell('Together', 'th', { scope: 'row', colspan: 5 }), cell(exact(answer.cacheBytesPerSequence))));
  }

  function verdict(answer, asked) {
    const one = `${grouped.format(asked.one / 1e9)} GB`, needed = Math.ceil(answer.totalBytes / asked.one), name = asked.count === 1 ? one : `${grouped.format(asked.count)} × ${one}`;
    const fits = answer.totalBytes <= asked.memory;
    const longest = answer.longestContext >= 1073741824 ? 'a context without limit' : `up to ${grouped.format(answer.longestContext)} tokens of context${asked.batch > 1 ? ' each' : ''}`;
    const many = answer.largestBatch ? `, or ${grouped.format(answer.largestBatch)} ${answer.largestBatch === 1 ? 'sequence' : 'sequences'} of ${grouped.format(asked.context)}` : '';
    const room = answer.longestContext ? ` Beside the weights it holds ${longest}${many}.` : ' The weights leave no room for a cache.';
    return `${gigabytes(answer.totalBytes)} together: ${fits ? 'fits' : 'does not fit'} in ${name}${fits ? '' : `; it takes ${grouped.format(needed)} of ${one}`}.${room}`;
  }

  const fold = (summary, content, open) => make('details', { class: 'fold', open }, make('summary', {}, summary), make('div', {}, content));
  let opened = new Set();

  function show(spoken) {
    const id = field('model').value, model = id === OWN ? own : models[id], number = name => Number(field(name).value);
    const asked = { context: number('context'), batch: number('batch'), cache: number('cache'), weights: number('weights'), count: number('count'), one: Math.round(number('memory') * 1e9) };
    asked.memory = asked.one * asked.count;
    const wrong = [...form.querySelectorAll('input[type="number"]')].find(input => !input.checkValidity() || input.value === '');
    const answer = wrong ? { problem: `${wrong.labels[0].firstChild.textContent.trim()}: ${wrong.validationMessage || 'a number is missing'}` }
      : JSON.parse(window.archnotesEstimate(model.code, asked.context, asked.batch, asked.cache, asked.weights, asked.memory));
    opened = new Set([...results.querySelectorAll('details[open]')].map(d => d.dataset.part).concat(results.childElementCount ? [] : ['cache']));
    if (answer.problem) {
      results.replaceChildren(make('p', { class: 'problem' }, answer.problem));
    } else {
      const title = model.href ? make('a', { href: document.documentElement.dataset.root + model.href }, model.name) : model.name;
      const beyond = asked.context > model.context ? ` The configuration ends at ${grouped.format(model.context)} tokens.` : '';
      const folds = [['cache', 'Cache, layer by layer', cacheByLayer], ['ledger', `Ledger: ${grouped.format(answer.total)} parameters, part by part`, ledger]].map(([part, summary, content]) => {
        const details = fold(summary, content(answer), opened.has(part));
        details.dataset.part = part;
        return details;
      });
      results.replaceChildren(
        make('p', {}, title, `: ${grouped.format(answer.layers)} layers, `, ...exact(answer.total), ' parameters, ', ...(answer.active === answer.total ? ['all'] : exact(answer.active)), ' of them active for a token.', beyond),
        make('p', { class: 'verdict' }, verdict(answer, asked)), memoryTable(answer, asked), costTable(answer, asked), ...folds);
    }
    remember();
    if (spoken) later(() => say(answer.problem ?? verdict(answer, asked)));
  }

  let timer = 0;
  const later = action => { clearTimeout(timer); timer = setTimeout(action, 700); };

  // ---- the address
  function remember() {
    const state = new URLSearchParams();
    for (const name of NAMES) if (field(name).value !== usual.get(name)) state.set(name, field(name).value);
    if (field('model').value === OWN) { state.set('name', own.name); state.set('limit', own.context); state.set('code', own.code); }
    const text = state.toString().replace(/%7E/g, '~');
    try { history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search); } catch { /* from a folder */ }
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    if (state.get('model') === OWN && state.has('code')) setOwn({ name: state.get('name') ?? 'own model', context: Number(state.get('limit')) || Infinity, code: state.get('code') });
    for (const name of NAMES) {
      const value = state.get(name) ?? usual.get(name), control = field(name);
      control.value = value;
      if (control.value !== value) control.value = usual.get(name);
    }
  }

  // ---- a model of one's own
  function setOwn(model) {
    own = model;
    const select = field('model');
    if (select.options[0].value !== OWN) select.prepend(make('option', { value: OWN }));
    select.options[0].textContent = `${own.name} (yours)`;
    select.value = OWN;
  }

  let reader = null;
  const fetchReader = () => reader ??= new Promise((done, failed) => {
    const script = make('script', { src: place.dataset.configScript });
    script.onload = () => done(window.archnotesReadConfig);
    script.onerror = () => { reader = null; failed(new Error('the reader of configurations could not be loaded')); };
    document.head.append(script);
  });

  function report(findings) {
    field('config').setAttribute('aria-invalid', findings.some(({ severity }) => severity === 'error'));
    problems.replaceChildren(...findings.map(({ severity, message, hint }) => make('li', { class: severity === 'error' ? 'problem' : '' }, `${message}${hint ? ` (${hint})` : ''}`)));
    if (findings.length) say(`${findings.length} ${findings.length === 1 ? 'remark' : 'remarks'} on the configuration`);
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`this is not JSON: ${error.message}`);
    }
  }

  async function readOwn(text, file) {
    if (!text.trim()) { report([]); return; }
    let answer;
    try {
      const config = parsed(text);
      if (config === null || typeof config !== 'object' || Array.isArray(config)) throw new Error('expected a JSON object of keys and values');
      answer = JSON.parse((await fetchReader())(file, config));
    } catch (error) {
      answer = { findings: [{ severity: 'error', message: error.message, hint: '' }] };
    }
    report(answer.findings);
    if (!answer.code) return;
    setOwn(answer);
    show(true);
  }

  async function take(file) {
    field('config').value = await file.text();
    place.querySelector('[data-own]').open = true;
    await readOwn(field('config').value, file.name);
  }

  field('config').addEventListener('input', () => readOwn(field('config').value, 'config.json'));
  field('file').addEventListener('change', event => { if (event.target.files[0]) take(event.target.files[0]); });
  for (const [type, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    form.addEventListener(type, event => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      form.classList.toggle('dropping', over);
      if (type === 'drop' && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    });
  }
  form.addEventListener('input', event => { if (NAMES.includes(event.target.name)) show(true); });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => { recall(); show(false); });
  recall();
  show(false);
})();
