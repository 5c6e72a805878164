// The names of lines that the reading covers in a chart.
const box = document.querySelector('.reading').getBoundingClientRect();
const isCovered = name => {
  const at = name.getBoundingClientRect();
  return at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top;
};
return [...arguments[0].querySelectorAll('.c-name')].filter(isCovered).map(name => name.textContent);
