import { make, say } from '../shared.js';
import { copyText } from '../shared/copy-text.js';
import { bibtex, pageOf, sentence } from './citation.js';
import { button, openDialog } from './dialog.js';

/** A button that copies a text and says so. */
export const copyButton = (text, name = 'Copy') =>
  button(name, async made => {
    const copied = await copyText(typeof text === 'function' ? text() : text);
    made.textContent = copied ? 'Copied' : 'Not copied';
    say(made.textContent);
    setTimeout(() => (made.textContent = name), 1500);
  });

/** Shows how a figure or table is cited. */
export function cite(object) {
  const page = pageOf();
  const forms = { Text: sentence(object, page), BibTeX: bibtex(object, page) };
  openDialog({
    title: `Cite ${object.name}`,
    kind: 'of-citation',
    content: Object.entries(forms).map(([name, text]) =>
      make(
        'section',
        { class: 'object-citation' },
        make('h3', {}, name),
        make('pre', { tabindex: 0, 'aria-label': name }, text),
        copyButton(text, `Copy ${name === 'Text' ? 'text' : name}`),
      ),
    ),
  });
}
