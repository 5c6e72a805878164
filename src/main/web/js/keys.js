// The keys of the site, shown by the question mark; loaded when it is first typed.
import { openDialog } from './objects/dialog.js';
import { make } from './shared.js';
import { loadStyle } from './shared/load-style.js';

const KEYS = [
  [
    'Everywhere',
    [
      ['/', 'Search'],
      ['Ctrl K', 'Search'],
      ['?', 'These keys'],
      ['Esc', 'Close what is open'],
    ],
  ],
  [
    'In a chart or drawing',
    [
      ['← →', 'From value to value'],
      ['Home End', 'First and last value'],
    ],
  ],
  [
    'In a menu or a list of results',
    [
      ['↑ ↓', 'From entry to entry'],
      ['Enter', 'Open'],
      ['Esc', 'Close'],
    ],
  ],
];

const row = ([keys, words]) =>
  make(
    'div',
    {},
    make('dt', {}, ...keys.split(' ').flatMap((key, i) => [...(i ? [' '] : []), make('kbd', {}, key)])),
    make('dd', {}, words),
  );

const styled = loadStyle('objects.css');
window.archnotes_keys = () =>
  styled.then(() => {
    if (document.querySelector('dialog[open]')) return;
    openDialog({
      title: 'Keys',
      kind: 'of-keys',
      content: KEYS.map(([where, keys]) =>
        make('section', { class: 'object-citation' }, make('h3', {}, where), make('dl', {}, ...keys.map(row))),
      ),
    });
  });
