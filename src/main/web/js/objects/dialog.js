import { make } from '../shared.js';

/** A button with a word, or with a sign and a name. */
export function button(text, act, name) {
  const made = make('button', { type: 'button', class: 'button', 'aria-label': name }, text);
  made.addEventListener('click', () => act(made));
  return made;
}

/** Opens a dialog with a heading; the focus returns to where it was when it closes. */
export function openDialog({ title, kind, tools = [], content }) {
  const before = document.activeElement;
  const dialog = make('dialog', { class: `object-dialog ${kind}`, 'aria-labelledby': 'object-dialog-title' });
  const close = () => dialog.close();
  dialog.append(
    make(
      'div',
      { class: 'object-dialog-head' },
      make('h2', { id: 'object-dialog-title' }, title),
      make('div', { class: 'object-dialog-tools' }, ...tools, button('Close', close)),
    ),
    ...content,
  );
  dialog.addEventListener('click', event => event.target === dialog && close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
