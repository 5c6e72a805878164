// Exact values of drawings and charts, at the pointer and by keyboard. All of them stand in the page: in the titles of the marks, in what a
// drawing prints, and, for lines over an axis, in the rows of the table beside the chart.
(function () {
  'use strict';
  const { make, all, say } = window.archnotes, root = document.documentElement;
  const HINT = 'Arrow keys move through the values', AGAIN = 'Tap again to open', LINK = '.c-link, .d-link', BARE = '.at-narrow g > :is(.f-start, .f-dot, .f-drop)';
  let box = null, chart = null, timer = 0, touched = false;

  /** Digits in groups of three, without reading them as a number. */
  const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, ',');
  const printed = node => {
    const value = node.dataset?.value ?? '', text = node.textContent;
    return /^\d{4,}$/.test(value) && text.replace(/\D/g, '') !== value ? `${text} (${grouped(value)})` : text;
  };
  /** A mark says its title; a part of a drawing what it prints, with the integers behind its rounded numbers. */
  const wordsOf = mark => {
    const said = all('desc', mark).map(desc => desc.textContent);
    return said.length ? said : all('text', mark).map(text => [...text.childNodes].map(printed).join(''));
  };
  const rowOf = (row, head) => [row.cells[0].textContent, ...[...row.cells].slice(1).flatMap((cell, i) =>
    /\d/.test(cell.textContent) ? [[head[i + 1].textContent, cell.textContent, i]] : [])];

  /** Places along an axis: words of their own, or a row of the table. */
  function placesOf(svg) {
    const { at, extent, words, order } = svg.dataset, [top, bottom] = extent.split(' ').map(Number);
    const table = svg.closest('.chart-block')?.querySelector('.chart-data'), steps = at.split(' ');
    let x = 0;
    return steps.map((step, i) => {
      x += Number(step);
      return { x, top, bottom, words: () => order ? [`Layer ${i + 1} of ${steps.length}`, words.split('|')[parseInt(order[i], 36)]] : table ? rowOf(table.tBodies[0].rows[i], table.tHead.rows[0].cells) : [] };
    });
  }
  /** The narrow family tree has the marks of the wide one in the same order; the words stand in the page once, with the latter. */
  function marksOf(svg) {
    const told = all('.at-wide .f-mark', svg.closest('.by-width') ?? svg);
    return all(`${LINK}, desc, ${BARE}`, svg).map(found => found.matches('desc') ? found.parentNode : found)
      .filter(mark => mark !== svg && !mark.parentNode.closest(LINK))
      .map(mark => ({ mark, said: wordsOf((mark.matches(BARE) && told.shift()) || mark) }))
      .filter(({ said }) => said.length).map(({ mark, said }) => ({ mark, words: () => said }));
  }

  /** Where a line crosses a place; its path runs from left to right. */
  function crossing(line, x) {
    let low = 0, high = line.getTotalLength();
    if (line.getPointAtLength(high).x < x - 1) return null;
    for (let i = 0; i < 14; i++) {
      const middle = (low + high) / 2;
      if (line.getPointAtLength(middle).x < x) low = middle; else high = middle;
    }
    return line.getPointAtLength(high).y;
  }
  function outline({ svg }, { x, top, bottom, mark }) {
    if (mark) {
      const { x: left, y, width, height } = mark.getBBox();
      return `M${left - 3} ${y - 3}h${width + 6}v${height + 6}h${-width - 6}z`;
    }
    const dots = all('.c-solid:not(.c-key)', svg).map(line => crossing(line, x)).filter(y => y !== null);
    return `M${x} ${top}V${bottom}${dots.map(y => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`).join('')}`;
  }

  function hide() {
    clearTimeout(timer);
    box?.remove();
    chart?.here?.remove();
    chart?.svg.removeAttribute('aria-describedby');
    box = chart = null;
  }
  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 160); };

  function open(owner, lines, near) {
    hide();
    chart = owner;
    box = make('div', { class: 'preview reading', role: 'tooltip', id: 'reading' }, ...lines.map(line => Array.isArray(line)
      ? make('div', {}, make('span', { class: `reading-key${line[2] < owner.series ? ` c-${line[2] % 8 + 1}` : ''}` }), `${line[0]}: `, make('b', {}, line[1])) : make('div', {}, line)));
    document.body.append(box);
    box.addEventListener('pointerenter', () => clearTimeout(timer));
    box.addEventListener('pointerleave', later);
    const at = near.getBoundingClientRect(), { width, height } = box.getBoundingClientRect(), above = at.top > height + 12;
    // values along an axis stand beside their line, but not on the names behind the last place
    const { a, e } = owner.svg.getScreenCTM?.() ?? {}, beside = near !== owner.svg && owner.svg.matches('.curves');
    const right = beside && at.right + 12 + width < owner.stops.at(-1).x * a + e, aside = beside && (right || at.left - 12 - width > 8);
    const left = aside ? (right ? at.right + 12 : at.left - 12 - width) : at.left + at.width / 2 - width / 2;
    box.style.left = `${Math.max(8, Math.min(left, root.clientWidth - width - 8)) + scrollX}px`;
    box.style.top = `${(aside ? Math.max(8, at.top) : above ? at.top - height - 6 : at.bottom + 6) + scrollY}px`;
  }
  function show(owner, index) {
    const stop = owner.stops[index], lines = stop?.words() ?? [], said = lines.map(line => Array.isArray(line) ? `${line[0]} ${line[1]}` : line).join(', ');
    clearTimeout(timer);
    if (!said || (chart === owner && owner.index === index && owner.here)) return said;
    hide();
    owner.index = index;
    owner.here = document.createElementNS(owner.svg.namespaceURI, 'path');
    owner.here.setAttribute('class', 'c-here');
    owner.here.setAttribute('d', outline(owner, stop));
    owner.svg.append(owner.here);
    open(owner, touched && stop.mark?.matches('a') ? [...lines, AGAIN] : lines, owner.here);
    return said;
  }

  function follow(owner, { target, clientX, clientY }) {
    const { svg, stops } = owner, { a, e } = svg.getScreenCTM();
    const distances = stops.map(({ mark, x }) => {
      if (!mark) return Math.abs(x * a + e - clientX) / 2;
      const { left, top, width, height } = mark.getBoundingClientRect();
      return mark.contains(target) ? 0 : Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
    }), least = Math.min(...distances);
    if (least < 16) show(owner, distances.indexOf(least)); else if (chart === owner) later();
  }

  function move(owner, to) {
    const index = Math.max(0, Math.min(owner.stops.length - 1, to)), { mark } = owner.stops[index], said = show(owner, index);
    (mark?.matches('a') ? mark : owner.svg).focus({ preventScroll: true });
    const { top, bottom } = owner.here.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) owner.here.scrollIntoView({ block: 'nearest' });
    if (said) say(said);
  }

  const pictures = all('svg.chart, svg.drawing, svg.layer-strip');
  // a title would also be shown by the browser, later and beside
  pictures.flatMap(svg => all('title', svg)).forEach(title => {
    const desc = document.createElementNS(title.namespaceURI, 'desc');
    if (title.id) desc.id = title.id;
    desc.append(...title.childNodes);
    title.replaceWith(desc);
  });
  pictures.forEach(svg => {
    const owner = { svg, index: -1, series: all('.c-solid:not(.c-key)', svg).length, stops: svg.dataset.at ? placesOf(svg) : marksOf(svg) };
    // a picture whose parts say no more than they show keeps its links as they are
    if (!owner.stops.length || !(svg.dataset.at || svg.querySelector(`[data-value], :not(svg) > desc, ${BARE}`))) return;
    // one stop of the Tab key: the arrows lead on, also to links
    svg.setAttribute('tabindex', 0);
    if (svg.getAttribute('role') === 'img') svg.setAttribute('role', 'application');
    all('a', svg).forEach(link => link.setAttribute('tabindex', -1));
    svg.addEventListener('pointermove', event => { if (event.pointerType !== 'touch') follow(owner, event); });
    svg.addEventListener('pointerleave', event => { if (event.pointerType !== 'touch' && chart === owner) later(); });
    svg.addEventListener('click', event => {
      // the first tap on a link that shows less than it says reads it, the second follows it
      const link = event.target.closest('a'), terse = link && (!link.querySelector('text') || link.querySelector('[data-value]'));
      if (touched && terse && !(chart === owner && owner.stops[owner.index].mark === link)) event.preventDefault();
      follow(owner, event);
    });
    svg.addEventListener('focus', () => {
      if (!svg.matches(':focus-visible') || chart === owner) return;
      open(owner, [HINT], svg);
      svg.setAttribute('aria-describedby', 'reading');
    });
    svg.addEventListener('focusout', event => { if (!svg.contains(event.relatedTarget)) hide(); });
    svg.addEventListener('keydown', event => {
      const step = { ArrowRight: owner.index + 1, ArrowDown: owner.index + 1, ArrowLeft: owner.index - 1, ArrowUp: owner.index - 1, Home: 0, End: owner.stops.length }[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      move(owner, step);
    });
  });
  // a picture in a table: all it shows at once, under the name of its row; for the keyboard the numbers stand in the cells beside it
  all('td > svg').forEach(svg => {
    const said = svg.getAttribute('aria-label'), words = said ? [said] : all('title', svg).map(title => title.textContent);
    all('title', svg).forEach(title => title.remove());
    const owner = { svg };
    const name = svg.closest('tr').querySelector('th a')?.textContent ?? '';
    svg.parentNode.addEventListener('pointerenter', () => { if (words.length) open(owner, [name, ...words], svg); });
    svg.parentNode.addEventListener('pointerleave', later);
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !chart) return;
    if (chart.svg.contains(document.activeElement)) chart.svg.focus({ preventScroll: true });
    hide();
  });
  document.addEventListener('pointerdown', event => {
    touched = event.pointerType === 'touch';
    if (chart && !chart.svg.contains(event.target) && !box.contains(event.target)) hide();
  });
})();
