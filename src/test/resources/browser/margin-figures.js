// What is wrong with figures in the margin: where they stand beside the text, they touch nothing and push nothing away.
const prose = document.querySelector('.prose');
const text = prose.getBoundingClientRect();
const box = part => part.getBoundingClientRect();
const figures = [...document.querySelectorAll('.in-margin')];
const others = [...document.querySelectorAll('.prose > *, .sidenote, .margin-reference:not(.out)')];
const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
const name = part => `${part.nodeName.toLowerCase()}.${part.className}`;
const faults = [];
for (const figure of figures) {
  const at = box(figure);
  const message = figure.firstElementChild.textContent;
  const isBeside = at.left >= text.right;
  if (isBeside !== arguments[0]) faults.push(`${message}: ${isBeside ? 'beside' : 'within'} the text`);
  if (at.right > innerWidth) faults.push(`${message}: wider than the window`);
  for (const other of others) {
    if (other !== figure && box(other).height > 0 && meet(at, box(other))) faults.push(`${message}: on ${name(other)}`);
  }
}
const flow = others.filter(part => part.parentElement === prose && !part.matches('.in-margin') && box(part).height > 0);
if (!arguments[0]) return faults;
flow.slice(1).forEach((part, i) => {
  const gap = box(part).top - box(flow[i]).bottom;
  if (gap > 120) faults.push(`${Math.round(gap)} px of nothing before ${name(part)}`);
});
return faults;
