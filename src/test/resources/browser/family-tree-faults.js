// Reads every mark of the narrow family tree with a click: each names its row, and all in a column the same mechanism.
const svg = document.querySelector('.at-narrow > .family-tree');
const number = (element, name) => Number(element.getAttribute(name));
const texts = [...svg.querySelectorAll('text')];
const rows = texts.filter(text => number(text, 'x') === 34);
const heads = texts.filter(text => text.hasAttribute('transform'));
const marks = [...svg.querySelectorAll('g > :is(.f-start, .f-dot, .f-drop)')];
const faults = marks.length > 200 ? [] : [`${marks.length} marks`];
const lines = new Map();
const click = mark => {
  mark.scrollIntoView({ block: 'center' });
  const place = mark.getBoundingClientRect();
  const at = { clientX: place.left + place.width / 2, clientY: place.top + place.height / 2 };
  mark.dispatchEvent(new MouseEvent('click', { bubbles: true, ...at }));
};
for (const mark of marks) {
  const box = mark.getBBox();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const row = rows.find(text => Math.abs(number(text, 'y') - 4 - y) < 1).textContent;
  const above = heads.filter(text => Math.abs(number(text, 'x') - 3 - x) < 1 && number(text, 'y') < y);
  const head = above.at(-1);
  click(mark);
  const said = document.querySelector('.reading')?.textContent ?? 'nothing';
  const mechanism = said.split(/, (?:introduced|adopted|dropped) by /)[0];
  if (!lines.has(head)) lines.set(head, mechanism);
  const faulty = lines.get(head) !== mechanism || !said.includes(row);
  if (faulty) faults.push(`${head.textContent}, ${row}: ${said}`);
}
const mechanisms = [...lines.values()];
if (new Set(mechanisms).size !== heads.length) faults.push(`${mechanisms} are not ${heads.length} mechanisms`);
return faults;
