// What is wrong with the element that has the focus: it shows no ring, is out of view or covered. Empty when all is
// well.
const element = document.activeElement;
if (element === document.body) return '';
const className = element.className.baseVal ?? element.className;
const name = `${element.nodeName.toLowerCase()}.${className} "${element.textContent.trim().slice(0, 30)}"`;
const { outlineStyle, outlineWidth } = getComputedStyle(element);
if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) return `${name} shows no focus`;
const box = element.getBoundingClientRect();
const outOfView = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
if (outOfView) return `${name} is out of view`;
const line = element.getClientRects()[0];
const within = (value, size) => Math.min(Math.max(value, 1), size - 1);
const x = within(line.left + line.width / 2, innerWidth);
const y = within(line.top + line.height / 2, innerHeight);
const at = document.elementFromPoint(x, y);
if (at === element || element.contains(at) || at?.contains(element)) return '';
return `${name} is covered by ${at?.nodeName.toLowerCase()}.${at?.className}`;
