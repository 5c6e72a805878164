import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellValue, compareValues } from '../../main/web/js/shared/table-order.js';
import { nextDirection } from '../../main/web/js/site/sorting.js';

const cell = (textContent, value, absent = false) => ({
  textContent,
  dataset: { value },
  classList: { contains: name => absent && name === 'absent' },
});

test('a cell is sorted by its value, else by what it prints', () => {
  assert.equal(cellValue(cell('657B', '656569547264')), 656569547264);
  assert.equal(cellValue(cell(' 12,288 ')), 12288);
  assert.equal(cellValue(cell('latent')), 'latent');
});

test('a cell without a value has none', () => {
  assert.equal(cellValue(cell('')), null);
  assert.equal(cellValue(cell('none', undefined, true)), null);
  assert.equal(cellValue(undefined), null);
});

const sorted = (values, sign) => [...values].sort((a, b) => compareValues(a, b, sign));

test('what has no value stays last in both directions', () => {
  assert.deepEqual(sorted([null, 2, 10], 1), [2, 10, null]);
  assert.deepEqual(sorted([null, 2, 10], -1), [10, 2, null]);
});

test('names are sorted by the numbers in them', () =>
  assert.deepEqual(sorted(['Qwen3 32B', 'Qwen3 4B', 'gpt-2'], 1), ['gpt-2', 'Qwen3 4B', 'Qwen3 32B']));

test('a column of numbers is first sorted from its largest', () => {
  assert.equal(nextDirection(null, true), 'descending');
  assert.equal(nextDirection(null, false), 'ascending');
  assert.equal(nextDirection('ascending', true), 'descending');
  assert.equal(nextDirection('descending', false), 'ascending');
});
