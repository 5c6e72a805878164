import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossing } from '../../main/web/js/chart/outline.js';
import { nextStop } from '../../main/web/js/chart/picture.js';
import { grouped, printed, rowOf, spoken } from '../../main/web/js/chart/words.js';

test('digits are grouped as text, however many there are', () => {
  assert.equal(grouped('123'), '123');
  assert.equal(grouped('656569547264'), '656,569,547,264');
  assert.equal(grouped('12345678901234567890'), '12,345,678,901,234,567,890');
});

test('a rounded number is followed by its integer', () => {
  assert.equal(printed({ textContent: '657B', dataset: { value: '656569547264' } }), '657B (656,569,547,264)');
  assert.equal(printed({ textContent: '7,168', dataset: { value: '7168' } }), '7,168');
  assert.equal(printed({ textContent: '8 of 256', dataset: {} }), '8 of 256');
  assert.equal(printed({ textContent: 'plain text' }), 'plain text');
});

test('a row is its name and its figures, each under the head of its column', () => {
  const cells = texts => texts.map(textContent => ({ textContent }));
  const row = { cells: cells(['4096', '64 KiB', 'none', '2.0 MiB']) };
  assert.deepEqual(rowOf(row, cells(['Tokens', 'MLA', 'MHA', 'GQA'])), [
    '4096',
    ['MLA', '64 KiB', 0],
    ['GQA', '2.0 MiB', 2],
  ]);
});

test('lines are said one after the other', () =>
  assert.equal(spoken(['4096', ['MLA', '64 KiB', 0]]), '4096, MLA 64 KiB'));

test('arrows lead to the stops on either side, Home and End to the first and the last', () => {
  assert.equal(nextStop('ArrowRight', -1, 5), 0);
  assert.equal(nextStop('ArrowDown', 4, 5), 4);
  assert.equal(nextStop('ArrowLeft', 0, 5), 0);
  assert.equal(nextStop('ArrowUp', 3, 5), 2);
  assert.equal(nextStop('Home', 3, 5), 0);
  assert.equal(nextStop('End', 0, 5), 4);
  assert.equal(nextStop('Enter', 0, 5), undefined);
});

test('a line is crossed where it reaches a place, and not beyond its end', () => {
  const diagonal = { getTotalLength: () => 100, getPointAtLength: length => ({ x: length, y: 2 * length }) };
  assert.ok(Math.abs(crossing(diagonal, 30) - 60) < 0.1);
  assert.equal(crossing(diagonal, 120), null);
});
