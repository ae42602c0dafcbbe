const SVG = 'http://www.w3.org/2000/svg';

/** An element: `h('button', {class: 'primary', onclick}, 'Choose')`. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same in a drawing. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

const numbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A number as it fits in little room. */
export const short = number => numbers.format(number);
