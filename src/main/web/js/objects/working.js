// The working of a computed number: the digits with which a page cited it, and a citation to copy.
import { make, targetOf } from '../shared.js';
import { copyButton } from './cite.js';
import { CITED } from './cited.js';
import { pageOf, printedDate } from './citation.js';
import { address, textOf } from './object.js';

/** The digits with which this address was cited on the page before. */
function citedDigits() {
  try {
    const [to, text] = JSON.parse(sessionStorage.getItem(CITED) ?? '[]');
    return to === location.href ? text : '';
  } catch {
    return '';
  }
}

/** Adds to the working of a number what cites it. */
export function citeWorking(fold) {
  const body = fold.querySelector('.working-body');
  if (!body || body.querySelector('.working-cite')) return;
  const row = fold.closest('[id]');
  const linked = fold.closest('.fact')?.querySelector('.working-body a[href*="#"]');
  const summary = fold.querySelector('summary');
  const value = textOf(summary);
  const number = summary.querySelector('data')?.value ?? '';
  const exact = /^\d{4,}$/.test(number) ? number.replace(/\B(?=(\d{3})+$)/g, ',') : number;
  const page = pageOf();
  const label = labelOf(fold);
  const digits = row && targetOf(location.hash) === row ? citedDigits() : '';
  const text = () => {
    const place = linked ? new URL(linked.getAttribute('href'), address()).href : address(row?.id);
    const exactly = exact && exact !== value.replace(/[^\d,.]/g, '') ? ` (exactly ${exact})` : '';
    const known = [page.version && `version ${page.version}`, page.date && `updated ${printedDate(page.date)}`];
    const definition = textOf(body.querySelector('p'));
    const from = [page.site, ...known.filter(Boolean)].join(', ');
    return `${page.title}, ${label}: ${digits || value}${exactly}. ${definition} ${from}. ${place}`;
  };
  body.append(
    make(
      'p',
      { class: 'working-cite' },
      ...(digits && digits !== value ? [make('span', {}, 'Cited as ', make('b', {}, digits), '. ')] : []),
      ...(exact && exact !== value ? [make('span', {}, 'Exactly ', make('b', {}, exact), '. ')] : []),
      copyButton(text, 'Copy as citation'),
      ...report(row, label, value, page.version),
    ),
  );
}

/** Leads to where a mistake is reported, with the number filled in; a form on GitHub takes `fact` and `shown`. */
function report(row, label, value, version) {
  const form = document.documentElement.dataset.report;
  if (!form) return [];
  const shown = version ? `${value} (version ${version})` : value;
  const filled = form.includes('template=')
    ? `${form}&fact=${encodeURIComponent(row?.id ? `${location.pathname.split('/').at(-2)}/${row.id}` : label)}` +
      `&shown=${encodeURIComponent(shown)}`
    : form;
  return [' ', make('a', { href: filled, rel: 'external' }, 'Report a mistake')];
}

/** What the number is: the name of its row, in a table with that of its column. */
function labelOf(fold) {
  const cell = fold.closest('td');
  if (!cell) return textOf(fold.closest('div:has(> dt)').querySelector('dt'));
  const table = cell.closest('table');
  const column = textOf(table.tHead.rows[0].cells[cell.cellIndex]);
  const group = table.closest('section')?.querySelector('h2');
  return `${group ? `${textOf(group)}, ` : ''}${column} at ${textOf(cell.parentNode.cells[0])} tokens`;
}
