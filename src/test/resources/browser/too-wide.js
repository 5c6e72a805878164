// What is wider than the window, beside what scrolls by itself.
const width = document.scrollingElement.scrollWidth;
if (width <= innerWidth) return [];
const isWide = element =>
  element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.table-scroll, pre, .math-display');
const name = element => `${element.nodeName.toLowerCase()}.${element.className.baseVal ?? element.className}`;
const wide = [...document.body.querySelectorAll('*')].filter(isWide);
return [`${width} px wide: ${wide.slice(0, 4).map(name).join(', ')}`];
