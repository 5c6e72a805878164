const format = new Intl.NumberFormat('en-US');
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const DECIMAL = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const OPERATIONS = ['FLOP', 'kFLOP', 'MFLOP', 'GFLOP', 'TFLOP', 'PFLOP', 'EFLOP'];

/** All digits, in groups of three. */
export const grouped = value => format.format(value);

/** About three digits of a value. */
export function digits(value) {
  if (value < 9.995) return value.toFixed(2);
  return value < 99.95 ? value.toFixed(1) : grouped(Math.round(value));
}

/** A value in the largest unit that it reaches, as number and unit; in the first unit every digit is kept. */
export function scaled(value, base, units) {
  let step = 0;
  while (step < units.length - 1 && value >= base) {
    value /= base;
    step++;
  }
  return [step ? digits(value) : grouped(value), units[step]];
}

export const binary = bytes => scaled(bytes, 1024, BINARY);
export const decimal = bytes => scaled(bytes, 1000, DECIMAL);
export const operations = count => scaled(count, 1000, OPERATIONS);

/** Bytes in binary units, in one text. */
export const binaryText = bytes => binary(bytes).join('\u2009');

/** Seconds, or milliseconds below one. */
export const seconds = value => (value < 1 ? `${digits(value * 1000)}\u2009ms` : `${digits(value)}\u2009s`);
