// Words that are shown smaller than 13 px, of drawings as large as they are displayed; indices of formulas and signs
// set above the line are small by their nature.
const LEAST = 12.95;
const faults = new Map();
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = words.nextNode(); node; node = words.nextNode()) {
  const element = node.parentElement;
  if (!node.nodeValue.trim() || element.closest('script, math, sup, sub, .visually-hidden, .skip-link')) continue;
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  const matrix = element.closest('svg') && element.getScreenCTM();
  const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
  const size = parseFloat(getComputedStyle(element).fontSize) * scale;
  if (size < LEAST) {
    const place = `${element.nodeName.toLowerCase()}.${element.className.baseVal ?? element.className}`;
    faults.set(place, `${place} "${node.nodeValue.trim().slice(0, 30)}" is ${size.toFixed(1)} px high`);
  }
}
return [...faults.values()];
