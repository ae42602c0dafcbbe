const HANDLERS = Symbol('handlers');
const SVG = 'http://www.w3.org/2000/svg';
const NOTHING = new Set([undefined, null, false]);

/** An element: `h('button', {class: 'primary', onclick}, 'Close')`; a name with a dot before it is a property. */
export const h = (name, attributes, ...children) => made(document.createElement(name), attributes, children);

/** The same of a drawing. */
export const svg = (name, attributes, ...children) => made(document.createElementNS(SVG, name), attributes, children);

function made(element, attributes = {}, children) {
  element[HANDLERS] = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on') || key.startsWith('.')) {
      element[HANDLERS][key.replace('.', '')] = value;
    } else if (!NOTHING.has(value)) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  Object.assign(element, element[HANDLERS]);
  element.append(...children.flat(2).filter(child => !NOTHING.has(child)));
  return element;
}

/**
 * Makes the children of `parent` those that are wanted, and keeps what is alike as it stands: so focus, scrolling, what is
 * being typed and what was unfolded outlive an update. Children with `data-key` are recognized wherever they move.
 */
export function patch(parent, wanted) {
  const keys = new Set(wanted.map(keyOf).filter(Boolean));
  [...parent.childNodes].filter(child => keyOf(child) && !keys.has(keyOf(child))).forEach(child => child.remove());
  const keyed = new Map([...parent.childNodes].filter(keyOf).map(child => [keyOf(child), child]));
  let at = parent.firstChild;
  for (const next of wanted) {
    const same = keyed.get(keyOf(next)) ?? (at && areAlike(at, next) ? at : undefined);
    if (same === undefined || !areAlike(same, next)) {
      parent.insertBefore(next, at);
      continue;
    }
    if (same === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(same, at);
    }
    sync(same, next);
  }
  while (at) {
    const rest = at;
    at = at.nextSibling;
    rest.remove();
  }
}

const keyOf = node => node.dataset?.key;

const areAlike = (one, other) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);

function sync(old, next) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) {
      old.data = next.data;
    }
    return;
  }
  for (const { name } of [...old.attributes].filter(one => !next.hasAttribute(one.name) && one.name !== 'open')) {
    old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes].filter(one => old.getAttribute(one.name) !== one.value)) {
    old.setAttribute(name, value);
  }
  Object.assign(old, next[HANDLERS]);
  patch(old, [...next.childNodes]);
}
