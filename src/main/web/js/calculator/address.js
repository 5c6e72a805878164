/** The choice that stands for a model of one's own. */
export const OWN = 'own';

/** How earlier addresses call what is asked. */
const EARLIER = { batch: 'sequences', count: 'cards' };
const EARLIER_WEIGHTS = { 0: 'released', 16: 'bf16' };

/** The part of an address behind # that holds a choice; what is usual is not said. */
export function writeState(values, usual, own) {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== usual[name]) address.set(name, value);
  if (values.model === OWN || values.second === OWN) {
    address.set('name', own.name);
    address.set('limit', own.context);
    address.set('code', own.code);
  }
  return address.toString().replace(/%7E/g, '~').replace(/%3A/g, ':').replace(/%2C/g, ',');
}

/** The values in such a part of an address, usual ones where it has none, and the model of one's own that it has. */
export function readState(text, usual) {
  const address = new URLSearchParams(text);
  for (const [earlier, today] of Object.entries(EARLIER)) {
    if (address.has(earlier) && !address.has(today)) address.set(today, address.get(earlier));
  }
  if (address.get('weights') in EARLIER_WEIGHTS) address.set('weights', EARLIER_WEIGHTS[address.get('weights')]);
  if (/^[\d.]+$/.test(address.get('memory') ?? '')) {
    address.set('memory', `${address.get('memory')} GB`);
    if (!address.has('card')) address.set('card', 'other');
  }
  const values = Object.entries(usual).map(([name, value]) => [name, address.get(name) ?? value]);
  const own = address.has('code')
    ? {
        name: address.get('name') ?? 'own model',
        context: Number(address.get('limit')) || Infinity,
        code: address.get('code'),
      }
    : null;
  return { values: Object.fromEntries(values), own };
}
