import { loadScript } from '../shared/load-script.js';
import { SHOWN_FIRST } from '../shared/shown-first.js';

const OBJECT = 'a.object';
const scripts = {};

/** A script that comes when it is first wanted, and what it leaves in the window. */
const wanted = name =>
  (scripts[name] ??= loadScript(`${document.documentElement.dataset.root}assets/${name}.js`).then(
    () => window[`archnotes_${name}`],
  ));

/**
 * Loads what is first wanted when a link is pointed at or has the focus, a figure's menu is opened, a working unfolded,
 * or a question mark typed.
 */
export function whatComesLate() {
  const plain = event => !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const meet = event => {
    const link = event.target.closest?.('main a, .fact summary');
    if (!link) return;
    if (link.matches(OBJECT)) wanted('objects').catch(() => {});
    else if (!scripts.previews)
      wanted('previews').then(
        meets => meets(event),
        () => {},
      );
  };
  document.addEventListener('mouseover', meet);
  document.addEventListener('focusin', meet);
  document.addEventListener('click', event => {
    const shown = event.target.closest?.(SHOWN_FIRST);
    if (shown && event.pointerType === 'touch' && !window.archnotes_previews) {
      event.preventDefault();
      wanted('previews').then(
        meets => meets(event),
        () => (location.href = shown.href),
      );
    }
    const link = event.target.closest?.(OBJECT);
    if (!link || !plain(event)) return;
    event.preventDefault();
    wanted('objects').then(
      objects => objects.open(link),
      () => (location.hash = link.hash),
    );
  });
  document.addEventListener('keydown', event => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    wanted('keys').then(
      keys => keys(),
      () => {},
    );
  });
  document.addEventListener(
    'toggle',
    ({ target }) =>
      target.matches('.working[open]') &&
      wanted('objects').then(
        objects => objects.working(target),
        () => {},
      ),
    true,
  );
}
