/** How many times a value is as large as another; null where that says nothing. */
export function ratio(value, base) {
  const times = value / base;
  if (!Number.isFinite(times) || times === 1 || times === 0) return null;
  return `${digits(times)}\u2009×`;
}

function digits(times) {
  if (times >= 10) return times.toFixed(0);
  if (times >= 2) return times.toFixed(1);
  return times >= 1 ? times.toFixed(2) : times.toPrecision(2);
}
