import { loadTray } from '../shared/load-tray.js';

/** Where the tray keeps what is chosen, for as long as the tab is open. */
export const KEPT = 'archnotes-chosen';

/** Links that choose a model put it into the tray, which also comes where something was chosen on a page before. */
export function choosing() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-pick]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    loadTray().then(
      tray => tray.toggle(link.dataset.pick),
      () => {
        location.href = link.href;
      },
    );
  });
  addEventListener('load', () => {
    try {
      if (sessionStorage.getItem(KEPT)) loadTray().catch(() => {});
    } catch {
      /* nothing is kept */
    }
  });
}
