import { make } from '../shared.js';
import { searchBox } from './box.js';

/** What opens the dialog, which is made when it is first wanted. */
export function searchDialog(engine) {
  let dialog = null;
  let box = null;
  return () => {
    if (!dialog) {
      dialog = make('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
      document.body.append(dialog);
      box = searchBox(engine, dialog, 'search');
      addClosing(dialog, box.field);
    }
    if (!dialog.open) dialog.showModal();
    box.input.focus();
    box.input.select();
  };
}

function addClosing(dialog, field) {
  const close = make('button', { type: 'button', class: 'search-close' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  field.append(close);
  dialog.addEventListener('close', () => {
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog || event.target.closest('.search-hit')) dialog.close();
  });
}
