// Filters of the disagreements: what the address asks for, which rows are left, what is read out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSentence, passes, readState, writeState } from '../../main/web/js/disagreements/state.js';

test('the address holds the choice and nothing that is usual', () => {
  const state = readState('?kind=count&model=qwen3&else=1');
  assert.deepEqual(state, { kind: 'count', model: 'qwen3' });
  assert.equal(writeState(state), 'kind=count&model=qwen3');
  assert.equal(writeState(readState('')), '');
});

test('a row is left where its kind and one of its models are chosen', () => {
  const row = { kind: 'count', models: 'qwen3 qwen3-next' };
  assert.equal(passes(row, { kind: '', model: '' }), true);
  assert.equal(passes(row, { kind: 'count', model: 'qwen3-next' }), true);
  assert.equal(passes(row, { kind: 'date', model: '' }), false);
  assert.equal(passes(row, { kind: '', model: 'qwen' }), false);
});

test('the count is a sentence', () => {
  assert.equal(countSentence(3, 3), '3 disagreements');
  assert.equal(countSentence(1, 3), '1 of 3 disagreements');
  assert.equal(countSentence(0, 3), 'None of 3 disagreements fits');
});
