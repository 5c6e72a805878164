import { decoded, make } from '../shared.js';
import { searchBox } from './box.js';

/** The search page (query from ?q=) and the page for a missing address (query from its words). */
export function mountSearch(engine, place) {
  const box = make('div', { class: 'search-box' });
  const missing = place.hasAttribute('data-query-from-path');
  // an answer comes late, and nothing may stand where it pushes
  if (missing) place.append(box);
  else place.prepend(box);
  const { input, set } = searchBox(engine, box, 'page-search');
  const asked = new URLSearchParams(location.search).get('q');
  set(asked ?? (missing ? wordsOfAddress(location.pathname) : ''));
  if (missing) return;
  input.focus();
  input.addEventListener('input', () => {
    try {
      history.replaceState(null, '', input.value ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
    } catch {
      /* from a folder */
    }
  });
}

/** The last name in an address as words. */
export function wordsOfAddress(pathname) {
  const name = decoded(pathname).split('/').filter(Boolean).pop() ?? '';
  return name.replace(/\.html$|[-_]+/g, ' ').trim();
}
