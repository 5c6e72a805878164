import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState, writeState } from '../../main/web/js/calculator/address.js';
import { parseObject } from '../../main/web/js/calculator/own-model.js';
import { verdict } from '../../main/web/js/calculator/verdict.js';

const USUAL = { model: 'gpt-2', context: '32768', batch: '1' };

test('the usual choice leaves no address', () => assert.equal(writeState(USUAL, USUAL, null), ''));

test('a choice is read back from the address that it leaves', () => {
  const values = { ...USUAL, model: 'qwen3-8b', context: '4096' };
  const address = writeState(values, USUAL, null);
  assert.equal(address, 'model=qwen3-8b&context=4096');
  assert.deepEqual(readState(address, USUAL), { values, own: null });
});

test("a model of one's own is in the address, with its code in plain characters", () => {
  const own = { name: 'My model', context: 8192, code: '1~32000~n' };
  const address = writeState({ ...USUAL, model: 'own' }, USUAL, own);
  assert.equal(address, 'model=own&name=My+model&limit=8192&code=1~32000~n');
  assert.deepEqual(readState(address, USUAL).own, own);
});

test("a model of one's own needs a code, and nothing else", () => {
  assert.equal(readState('model=own', USUAL).own, null);
  assert.deepEqual(readState('model=own&code=1', USUAL).own, { name: 'own model', context: Infinity, code: '1' });
});

test('a configuration is an object', () => {
  assert.deepEqual(parseObject('{"hidden_size": 768}'), { hidden_size: 768 });
  for (const text of ['[]', 'null', '"text"', '1']) {
    assert.throws(() => parseObject(text), { message: 'expected a JSON object of keys and values' });
  }
  assert.throws(() => parseObject('{'), { message: /^this is not JSON: / });
});

const asked = { one: 80e9, count: 1, memory: 80e9, batch: 1, context: 32768 };
const answer = { totalBytes: 64e9, longestContext: 131072, largestBatch: 3 };

test('the verdict says what fits and what else would', () =>
  assert.equal(
    verdict(answer, asked),
    '64.0 GB together: fits in 80 GB. ' +
      'Beside the weights it holds up to 131,072 tokens of context, or 3 sequences of 32,768.',
  ));

test('the verdict says how many accelerators it takes', () =>
  assert.equal(
    verdict({ totalBytes: 401e9, longestContext: 0 }, { ...asked, count: 2, memory: 160e9 }),
    '401 GB together: does not fit in 2 × 80 GB; it takes 6 of 80 GB. The weights leave no room for a cache.',
  ));

test('a cache that does not grow has no longest context', () =>
  assert.match(
    verdict({ ...answer, longestContext: 2 ** 30, largestBatch: 1 }, { ...asked, batch: 2 }),
    /holds a context without limit, or 1 sequence of 32,768\.$/,
  ));
