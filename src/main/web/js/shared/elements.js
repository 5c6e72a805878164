/** The elements that a selector names, as an array. */
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** A new element; an attribute that is true stands without a value, one that is false or missing is left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') element.className = value;
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
