import { decimal, grouped } from './numbers.js';

/** The context from which on an answer has no limit. */
const WITHOUT_LIMIT = 1073741824;

/** Whether the whole fits into the memory, and what else would. */
export function verdict(answer, asked) {
  const one = `${grouped(asked.one / 1e9)} GB`;
  const memory = asked.count === 1 ? one : `${grouped(asked.count)} × ${one}`;
  const together = `${decimal(answer.totalBytes).join(' ')} together`;
  if (answer.totalBytes <= asked.memory) return `${together}: fits in ${memory}.${room(answer, asked)}`;
  const needed = grouped(Math.ceil(answer.totalBytes / asked.one));
  return `${together}: does not fit in ${memory}; it takes ${needed} of ${one}.${room(answer, asked)}`;
}

function room({ longestContext, largestBatch }, { batch, context }) {
  if (!longestContext) return ' The weights leave no room for a cache.';
  const longest =
    longestContext >= WITHOUT_LIMIT
      ? 'a context without limit'
      : `up to ${grouped(longestContext)} tokens of context${batch > 1 ? ' each' : ''}`;
  const sequences = largestBatch === 1 ? 'sequence' : 'sequences';
  const many = largestBatch ? `, or ${grouped(largestBatch)} ${sequences} of ${grouped(context)}` : '';
  return ` Beside the weights it holds ${longest}${many}.`;
}
