import { loadScript } from '../shared/load-script.js';
import { loadStyle } from '../shared/load-style.js';

/** Opens search; its scripts, which the link to the search page names, are loaded when they are first wanted. */
export function search() {
  const opener = document.querySelector('[data-search-open][data-scripts]');
  if (!opener) return;
  let ready = null;
  const load = () =>
    (ready ??= Promise.all([loadInOrder(opener.dataset.scripts.split(' ')), loadStyle('search.css')]).then(
      () => window.archnotesSearch,
    ));
  const open = () =>
    load().then(
      engine => engine.open(),
      () => {
        location.href = opener.href;
      },
    );
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-search-open]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', event => {
    if (!opensSearch(event)) return;
    event.preventDefault();
    open();
  });
  const page = document.querySelector('[data-search-page]');
  if (page) {
    load().then(
      engine => engine.mount(page),
      () => {
        /* the page says what to do without it */
      },
    );
  }
}

const loadInOrder = sources =>
  sources.reduce((before, source) => before.then(() => loadScript(source)), Promise.resolve());

/** Whether a key is "/" outside a field, or K with Control or Command. */
export function opensSearch(event) {
  const command = event.ctrlKey || event.metaKey;
  if (event.key !== '/') return command && event.key.toLowerCase() === 'k';
  return !command && !event.altKey && !event.target.closest?.('input, textarea, select, [contenteditable]');
}
