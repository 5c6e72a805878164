import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binary, decimal, digits, grouped, operations, scaled } from '../../main/web/js/number/printed.js';

test('a value has about three digits', () => {
  assert.equal(digits(0), '0.00');
  assert.equal(digits(9.994), '9.99');
  assert.equal(digits(9.996), '10.0');
  assert.equal(digits(10), '10.0');
  assert.equal(digits(99.94), '99.9');
  assert.equal(digits(99.96), '100');
  assert.equal(digits(100), '100');
  assert.equal(digits(1234.5), '1,235');
});

test('a value takes the largest unit that it reaches', () => {
  assert.deepEqual(scaled(999, 1000, ['B', 'kB', 'MB']), ['999', 'B']);
  assert.deepEqual(scaled(1000, 1000, ['B', 'kB', 'MB']), ['1.00', 'kB']);
  assert.deepEqual(scaled(1.5e9, 1000, ['B', 'kB', 'MB']), ['1,500', 'MB']);
});

test('in its first unit a value keeps every digit', () => {
  assert.deepEqual(binary(1023), ['1,023', 'B']);
  assert.deepEqual(binary(1024), ['1.00', 'KiB']);
});

test('bytes are printed in powers of two and of ten, operations in powers of ten', () => {
  assert.deepEqual(binary(80 * 2 ** 30), ['80.0', 'GiB']);
  assert.deepEqual(decimal(80e9), ['80.0', 'GB']);
  assert.deepEqual(operations(2.46e12), ['2.46', 'TFLOP']);
});

test('digits are grouped by three', () => assert.equal(grouped(656569547264), '656,569,547,264'));
