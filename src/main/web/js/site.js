// What every page has: theme, copying, sorting, contents that follow, previews, opening what a link points into, search.
(function () {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'class') element.className = value;
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const live = make('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  document.body.append(live);
  const say = text => { live.textContent = text; };

  function themeToggle() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const current = () => root.dataset.theme ?? (system.matches ? 'dark' : 'light');
    const buttons = all('[data-theme-toggle]');
    const label = () => buttons.forEach(button => {
      const next = current() === 'dark' ? 'Light' : 'Dark';
      (button.querySelector('.theme-toggle-label') ?? button).textContent = next;
      button.setAttribute('aria-label', `${next} theme`);
    });
    buttons.forEach(button => button.addEventListener('click', () => {
      const next = current() === 'dark' ? 'light' : 'dark', same = next === (system.matches ? 'dark' : 'light');
      if (same) delete root.dataset.theme; else root.dataset.theme = next;
      try { if (same) localStorage.removeItem('theme'); else localStorage.setItem('theme', next); } catch { /* for this page only */ }
      label();
    }));
    system.addEventListener('change', label);
    label();
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    all('[data-copy]').forEach(figure => {
      const button = make('button', { type: 'button', class: 'copy' }, 'copy'), code = figure.querySelector('code') ?? figure;
      button.addEventListener('click', async () => {
        try { await navigator.clipboard.writeText(code.textContent); button.textContent = 'copied'; say('Copied'); } catch { button.textContent = 'not copied'; }
        setTimeout(() => { button.textContent = 'copy'; }, 1600);
      });
      const caption = figure.querySelector('figcaption');
      if (caption) caption.append(button); else figure.prepend(make('figcaption', {}, button));
    });
  }

  const cellValue = cell => {
    const text = cell?.dataset.value ?? cell?.textContent.trim() ?? '';
    const number = text === '' ? NaN : Number(text.replace(/[,\u2009\u202f]/g, ''));
    return cell?.classList.contains('absent') || text === '' ? null : Number.isNaN(number) ? text : number;
  };
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const compareValues = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b));

  /** Sorts every tbody by a column; what has no value stays last in both directions. */
  function sortTable(table, header, direction) {
    const column = [...header.parentElement.cells].indexOf(header), sign = direction === 'descending' ? -1 : 1;
    for (const body of table.tBodies) {
      const rows = [...body.rows].map((row, index) => ({ row, index, value: cellValue(row.cells[column]) }));
      rows.sort((a, b) => (a.value === null) - (b.value === null) || (a.value === null ? 0 : sign * compareValues(a.value, b.value)) || a.index - b.index);
      body.append(...rows.map(r => r.row));
    }
    all('th[aria-sort]', table).forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', direction);
    table.dispatchEvent(new CustomEvent('sorted', { detail: { header, direction } }));
  }

  function sortableTables() {
    all('table[data-sortable]').forEach(table => all('thead tr:last-child th[scope="col"]:not([data-nosort])', table).forEach(header => {
      const button = make('button', { type: 'button', class: 'sort' });
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const numeric = header.classList.contains('num'), now = header.getAttribute('aria-sort');
        const direction = now ? (now === 'ascending' ? 'descending' : 'ascending') : numeric ? 'descending' : 'ascending';
        sortTable(table, header, direction);
        say(`Sorted by ${header.textContent.trim()}, ${direction}`);
      });
    }));
    all('.table-scroll').forEach(box => {
      const mark = () => box.toggleAttribute('data-scrolled', box.scrollLeft > 1);
      box.addEventListener('scroll', mark, { passive: true });
    });
  }

  function contentsThatFollow() {
    const links = new Map(all('.contents a[href^="#"]').map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
    const fold = document.querySelector('.contents details');
    if (fold) {
      const wide = matchMedia('(width >= 1220px)'), set = () => { fold.open = wide.matches; };
      set();
      wide.addEventListener('change', set);
    }
    if (!headings.length) return;
    const follow = () => {
      const line = innerHeight * .28;
      const here = headings.filter(h => h.getBoundingClientRect().top <= line).pop() ?? (scrollY < 40 ? null : headings[0]);
      links.forEach((link, id) => { if (here?.id === id) link.setAttribute('aria-current', 'location'); else link.removeAttribute('aria-current'); });
    };
    const observer = new IntersectionObserver(follow, { rootMargin: '-27% 0px -72% 0px' });
    all('.prose > *').forEach(block => observer.observe(block));
    follow();
  }

  /** What scrolls sideways can be reached and scrolled with the keyboard. */
  function scrollers() {
    const mark = () => all('.math-display, pre').forEach(box => {
      if (box.scrollWidth <= box.clientWidth + 1 || box.hasAttribute('tabindex')) return;
      box.tabIndex = 0;
      if (box.matches('.math-display')) { box.setAttribute('role', 'group'); box.setAttribute('aria-label', 'Formula'); }
    });
    addEventListener('resize', mark);
    document.fonts?.ready.then(mark);
    mark();
  }

  /** What a link is about, shown beside it while it is pointed at or has the focus; Escape takes it away. */
  function previews() {
    let box = null, owner = null, timer = 0;
    const content = link => {
      if (link.dataset.preview) return link.dataset.preview;
      if (!link.matches('.cite, .note-ref')) return '';
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!target || (target.matches('.sidenote') && getComputedStyle(target).display !== 'none')) return '';
      const copy = target.cloneNode(true);
      all('.ref-back, .sidenote-number', copy).forEach(part => part.remove());
      return copy.textContent.trim().replace(/\s+/g, ' ');
    };
    const hide = () => { clearTimeout(timer); box?.remove(); owner?.removeAttribute('aria-describedby'); box = owner = null; };
    const show = link => {
      const text = content(link);
      if (!text || link === owner) return;
      hide();
      owner = link;
      box = make('div', { class: 'preview', role: 'tooltip', id: 'preview' }, text);
      document.body.append(box);
      link.setAttribute('aria-describedby', 'preview');
      const at = link.getClientRects()[0], size = box.getBoundingClientRect(), above = at.top > size.height + 16;
      box.style.left = `${Math.max(8, Math.min(at.left, root.clientWidth - size.width - 8)) + scrollX}px`;
      box.style.top = `${(above ? at.top - size.height - 8 : at.bottom + 8) + scrollY}px`;
      box.addEventListener('mouseenter', () => clearTimeout(timer));
      box.addEventListener('mouseleave', later);
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(hide, 160); };
    const linkOf = event => event.target.closest?.('a[data-preview], a.cite[href^="#"], a.note-ref');
    document.addEventListener('mouseover', event => {
      const link = linkOf(event);
      if (link) { clearTimeout(timer); timer = setTimeout(() => show(link), 120); } else if (box && !event.target.closest?.('.preview')) later();
    });
    document.addEventListener('focusin', event => { const link = linkOf(event); if (link?.matches(':focus-visible')) show(link); else hide(); });
    document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
    // a second press on the number of an opened side note closes it again
    document.addEventListener('click', event => {
      const note = event.target.closest?.('a.note-ref');
      if (note && location.hash === note.hash && note.id) { event.preventDefault(); location.hash = note.id; }
      if (note) hide();
    });
  }

  function details() {
    const reveal = () => {
      const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      if (target.matches('details, details *')) target.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('hashchange', reveal);
    reveal();
    const closeFacts = except => all('.facts details[open]').forEach(fold => { if (!fold.contains(except)) fold.open = false; });
    document.addEventListener('click', event => closeFacts(event.target));
    document.addEventListener('keydown', event => {
      const open = event.key === 'Escape' && document.querySelector('.facts details[open]');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
    });
    const opened = [];
    addEventListener('beforeprint', () => all('details:not([open], .working, .outline)').forEach(fold => { fold.open = true; opened.push(fold); }));
    addEventListener('afterprint', () => opened.splice(0).forEach(fold => { fold.open = false; }));
  }

  /** Opened from a folder, a link to a folder leads to the page in it. */
  function fromFolder() {
    if (location.protocol !== 'file:') return;
    document.addEventListener('click', event => {
      const link = event.target.closest?.('a[href]');
      if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    }, true);
  }

  /** Search is fetched when it is first wanted; classic scripts, so that it also works from a folder. */
  function search() {
    const opener = document.querySelector('[data-search-open][data-scripts]');
    if (!opener) return;
    let ready = null;
    const load = () => ready ??= opener.dataset.scripts.split(' ').reduce((before, source) => before.then(() => new Promise((done, failed) => {
      const script = make('script', { src: source });
      script.onload = done;
      script.onerror = () => failed(new Error(source));
      document.head.append(script);
    })), Promise.resolve()).then(() => window.archnotesSearch);
    const open = text => load().then(engine => engine.open(text), () => { location.href = opener.href; });
    document.addEventListener('click', event => {
      if (!event.target.closest?.('[data-search-open]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    document.addEventListener('keydown', event => {
      const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
      if ((event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        open();
      }
    });
    const page = document.querySelector('[data-search-page]');
    if (page) load().then(engine => engine.mount(page), () => {});
  }

  window.archnotes = { make, all, say, sortTable, cellValue };
  themeToggle();
  copyButtons();
  sortableTables();
  contentsThatFollow();
  scrollers();
  previews();
  details();
  fromFolder();
  search();
})();
