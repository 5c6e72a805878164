/** The choice that stands for a model of one's own. */
export const OWN = 'own';

/** The part of an address behind # that holds a choice; what is usual is not said. */
export function writeState(values, usual, own) {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== usual[name]) address.set(name, value);
  if (values.model === OWN) {
    address.set('name', own.name);
    address.set('limit', own.context);
    address.set('code', own.code);
  }
  return address.toString().replace(/%7E/g, '~');
}

/** The values in such a part of an address, usual ones where it has none, and the model of one's own that it has. */
export function readState(text, usual) {
  const address = new URLSearchParams(text);
  const values = Object.entries(usual).map(([name, value]) => [name, address.get(name) ?? value]);
  const own =
    address.get('model') === OWN && address.has('code')
      ? {
          name: address.get('name') ?? 'own model',
          context: Number(address.get('limit')) || Infinity,
          code: address.get('code'),
        }
      : null;
  return { values: Object.fromEntries(values), own };
}
