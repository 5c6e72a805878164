import { make } from '../shared.js';
import { binary, decimal, digits, grouped, operations } from './numbers.js';

const COLORS = { Embedding: 'embed', 'Output head': 'embed', Attention: 'attention', Normalization: 'norm' };

function figure(value, number, unit) {
  const data = make('data', { class: 'number', value, title: grouped(value) }, number);
  return unit ? [data, '\u2009', make('span', { class: 'unit' }, unit)] : [data];
}
const inBinary = value => figure(value, ...binary(value));
const inDecimal = value => figure(value, ...decimal(value));
const inOperations = value => figure(value, ...operations(value));
/** A value with all of its digits. */
export const exact = value => figure(value, grouped(value));

const cell = (content, name = 'td', attributes = { class: 'num' }) => make(name, attributes, ...[content].flat());
const text = content => cell(content, 'td', {});
const rowHead = (content, colspan) => cell(content, 'th', { scope: 'row', colspan });
const row = (name, ...contents) => make('tr', {}, rowHead(name), ...contents.map(content => cell(content)));

/** The row at the end of a table, whose name spans columns that have nothing to add up. */
const totalRow = (name, colspan, ...contents) =>
  make('tr', { class: 'ledger-total' }, rowHead(name, colspan), ...contents.map(content => cell(content)));

/** A table; names of columns with figures are marked. */
function table(id, caption, columns, bodies, foot, kind = 'compact') {
  const heads = columns.map(([name, numeric]) => cell(name, 'th', { scope: 'col', class: numeric ? 'num' : '' }));
  const element = make(
    'table',
    { class: kind },
    make('thead', {}, make('tr', {}, ...heads)),
    ...bodies.map(rows => make('tbody', {}, ...rows)),
  );
  if (foot) element.append(make('tfoot', {}, foot));
  const scroller = { class: 'table-scroll', role: 'region', 'aria-labelledby': id, tabindex: 0 };
  return make('figure', { class: 'table' }, make('figcaption', { id }, caption), make('div', scroller, element));
}

/** What the weights and the cache take. */
export function memoryTable(answer, { batch, context, weights }) {
  const sequences = batch === 1 ? 'one sequence' : `${grouped(batch)} sequences`;
  const stored = weights ? `Weights of the decoder, ${weights} bits` : `Released checkpoint, ${answer.storage}`;
  const sizes = bytes => [inBinary(bytes), inDecimal(bytes), exact(bytes)];
  const rows = [
    row(stored, ...sizes(answer.weightBytes)),
    row(`Cache of ${sequences} at ${grouped(context)} tokens`, ...sizes(answer.cacheBytes)),
  ];
  const columns = [['Part'], ['Binary', true], ['Decimal', true], ['Bytes', true]];
  return table('calc-memory', 'Memory', columns, [rows], totalRow('Together', null, ...sizes(answer.totalBytes)));
}

/** What one step of decoding computes and reads. */
export function costTable(answer, { batch }) {
  const each = batch === 1 ? 'a token' : `a step of ${grouped(batch)} tokens`;
  const all = batch === 1 || answer.active === answer.total;
  const counted = (name, count) => row(name, inOperations(count), exact(count));
  const moved = (name, bytes) => row(name, inBinary(bytes), exact(bytes));
  const rows = [
    counted('Operations of the weights, a token', answer.weightFlops),
    counted('Operations of attention, a token', answer.attentionFlops),
    counted(`Operations of ${each}`, answer.stepFlops),
    moved(all ? 'Weights read' : 'Weights read (experts as expected)', answer.weightBytesRead),
    moved('Weights and cache read', answer.bytesRead),
    row('Operations for each byte read', digits(answer.stepFlops / answer.bytesRead), ''),
  ];
  const columns = [['Figure'], ['Value', true], ['Exact', true]];
  return table('calc-cost', 'One step of decoding at the full context', columns, [rows]);
}

/** Every weight tensor. */
export function ledgerTable({ parts, total, extras }) {
  const more = extras ? ` Prediction module and vision part have ${grouped(extras)} more.` : '';
  const columns = [['Tensor'], ['In'], ['Shape'], ['Tensors', true], ['Parameters', true]];
  const foot = totalRow('Total', 4, exact(total));
  const caption = `Every tensor of the decoder, by part.${more}`;
  return table('calc-ledger', caption, columns, parts.map(ledgerRows), foot, 'compact ledger');
}

function ledgerRows({ label, total, rows }) {
  const name = cell(label, 'th', { scope: 'rowgroup', colspan: 4 });
  return [
    make('tr', { class: `ledger-group part-${COLORS[label] ?? 'ffn'}` }, name, cell(exact(total))),
    ...rows.map(([tensor, where, shape, count, elements]) =>
      make(
        'tr',
        {},
        rowHead(make('code', {}, tensor)),
        text(where),
        cell(shape.map(grouped).join(' × '), 'td', { class: 'shape' }),
        cell(exact(count)),
        cell(exact(elements)),
      ),
    ),
  ];
}

/** The cache of one sequence, by runs of layers that are alike. */
export function cacheTable({ cache, cacheBytesPerSequence }) {
  const columns = [
    ['Layers'],
    ['Attention'],
    ['Numbers a token', true],
    ['Tokens kept', true],
    ['A layer', true],
    ['Bytes of the run', true],
  ];
  const foot = totalRow('Together', 5, exact(cacheBytesPerSequence));
  return table('calc-cache', 'Cache of one sequence, from the bottom.', columns, [cache.map(cacheRow)], foot);
}

function cacheRow({ layers, from, name, kind, numbers, kept, bytes }) {
  return make(
    'tr',
    {},
    rowHead(layers === 1 ? `${from}` : `${from} to ${from + layers - 1}`),
    text(`${name}: ${kind}`),
    cell(numbers ? exact(numbers) : 'state'),
    cell(numbers ? exact(kept) : 'all, in the state'),
    cell(inBinary(bytes)),
    cell(exact(bytes * layers)),
  );
}
