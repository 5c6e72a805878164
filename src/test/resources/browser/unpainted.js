// The classes of shapes in pure black, which no theme has: the browser's own paint, where no rule gives one.
const isBlack = shape => {
  const { fill, stroke } = getComputedStyle(shape);
  return [fill, stroke].includes('rgb(0, 0, 0)');
};
const shapes = [...document.querySelectorAll('svg :is(path, rect, circle, text)')];
return [...new Set(shapes.filter(isBlack).map(shape => shape.getAttribute('class')))];
