// Filters of lists: what the address asks for, which entries are left, what is read out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choices, countSentence, passes, readState, writeState } from '../../main/web/js/filter/state.js';

test('the address holds the choice and nothing that is usual', () => {
  const state = readState('?kind=count&model=qwen3&else=1', ['kind', 'model']);
  assert.deepEqual(state, { kind: 'count', model: 'qwen3' });
  assert.equal(writeState(state), 'kind=count&model=qwen3');
  assert.equal(writeState(readState('', ['kind'])), '');
});

test('an entry is left where it has each value that is chosen', () => {
  const row = { kind: ['count'], model: ['qwen3', 'qwen3-next'] };
  assert.equal(passes(row, { kind: '', model: '' }), true);
  assert.equal(passes(row, { kind: 'count', model: 'qwen3-next' }), true);
  assert.equal(passes(row, { kind: 'date', model: '' }), false);
  assert.equal(passes(row, { kind: '', model: 'qwen' }), false);
  assert.equal(passes({}, { kind: 'count' }), false);
});

test('the count is a sentence', () => {
  assert.equal(countSentence(3, 3, 'event'), '3 events');
  assert.equal(countSentence(1, 1, 'event'), '1 event');
  assert.equal(countSentence(1, 3, 'disagreement'), '1 of 3 disagreements');
  assert.equal(countSentence(0, 3, 'disagreement'), 'None of 3 disagreements fits');
});

test('each value is offered once, in order', () => {
  const entries = [{ part: ['Positions', 'Attention'] }, { part: ['Attention'] }, {}];
  assert.deepEqual(choices(entries, 'part'), [
    ['Attention', 'Attention'],
    ['Positions', 'Positions'],
  ]);
});
