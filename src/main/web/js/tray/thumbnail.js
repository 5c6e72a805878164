const NS = 'http://www.w3.org/2000/svg';
/** How tall attention stands, by how far it sees. */
const ATTENTION = { f: [0, 11], w: [5, 6], l: [0, 11], s: [8, 3], n: [11, 0] };
const RUN = /([fwlsn])([den])(\d+)/g;

/** The runs of equal layers that a text such as `wd5fd1` tells. */
export const runsOf = text =>
  [...text.matchAll(RUN)].map(([, sight, network, length]) => ({ sight, network, length: Number(length) }));

/** A small strip of a model's layers: attention above, feed-forward below. */
export function thumbnail(text) {
  const runs = runsOf(text);
  const svg = element('svg', {
    class: 'thumbnail',
    viewBox: `0 0 ${runs.reduce((sum, { length }) => sum + length, 0) || 1} 24`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  let x = 0;
  for (const { sight, network, length } of runs) {
    const [y, height] = ATTENTION[sight];
    const part = sight === 'l' ? 'thumb-attention thumb-latent' : 'thumb-attention';
    svg.append(element('rect', { class: part, x, y, width: length, height }));
    if (network === 'd') svg.append(element('rect', { class: 'thumb-ffn', x, y: 13, width: length, height: 11 }));
    if (network === 'e') {
      for (const top of [13, 17, 21]) {
        svg.append(element('rect', { class: 'thumb-ffn', x, y: top, width: length, height: 3 }));
      }
    }
    x += length;
  }
  return svg;
}

function element(name, attributes) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
