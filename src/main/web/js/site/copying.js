import { all, make } from '../shared/elements.js';
import { say } from '../shared/live-region.js';

/** A button on every figure of code that copies it. */
export function copyButtons() {
  if (!navigator.clipboard) return;
  all('[data-copy]').forEach(figure => {
    const button = make('button', { type: 'button', class: 'copy' }, 'copy');
    const code = figure.querySelector('code') ?? figure;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'copied';
        say('Copied');
      } catch {
        button.textContent = 'not copied';
      }
      setTimeout(() => {
        button.textContent = 'copy';
      }, 1600);
    });
    const caption = figure.querySelector('figcaption');
    if (caption) caption.append(button);
    else figure.prepend(make('figcaption', {}, button));
  });
}
