// The timeline: what an event is about, and where a key leads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../main/web/js/timeline/entry.js';
import { stepped } from '../../main/web/js/timeline/years.js';

const chip = (text, href, ...classList) => ({ textContent: text, classList, getAttribute: () => href });

test('an event is about what its chips name', () => {
  const entry = entryOf([
    chip('Gemma 3', '../models/gemma-3/', 'chip'),
    chip('Sliding-window attention', '../concepts/sliding-window-attention/', 'chip', 'part-attention'),
    chip('Normalization', '../concepts/normalization/', 'chip', 'part-norm'),
    chip('KV cache', '../concepts/kv-cache/', 'chip'),
  ]);
  assert.deepEqual(entry, {
    part: ['Attention', 'Normalization'],
    concept: ['Sliding-window attention', 'Normalization', 'KV cache'],
    model: ['Gemma 3'],
  });
});

test('keys lead from year to year and no further', () => {
  assert.equal(stepped(0, 'ArrowDown', 9), 1);
  assert.equal(stepped(0, 'ArrowUp', 9), 0);
  assert.equal(stepped(8, 'ArrowDown', 9), 8);
  assert.equal(stepped(3, 'Home', 9), 0);
  assert.equal(stepped(3, 'End', 9), 8);
  assert.equal(stepped(3, 'a', 9), undefined);
});
