// Shifts that round to 0.001 or more: the browser also reports parts of a pixel.
const done = arguments[0];
const shifts = [];
const observer = new PerformanceObserver(list => shifts.push(...list.getEntries()));
observer.observe({ type: 'layout-shift', buffered: true });
const name = ({ node }) => `${node?.nodeName}.${node?.className ?? ''}`;
const sentence = shift => `${shift.value.toFixed(4)} by ${shift.sources.map(name).slice(0, 3).join(', ')}`;
setTimeout(() => done(shifts.filter(s => !s.hadRecentInput && s.value >= 0.0005).map(sentence)), 30);
