import { onIdentity } from '../session.js';

const sheets = new Map();

function sheet(css) {
  if (!sheets.has(css)) {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return sheets.get(css);
}

const COMMON = `
  :host { display: block; color: var(--ink); font-family: var(--font); }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  h2 { margin: 0; font-size: 1.05rem; letter-spacing: -.01em; }
  p { margin: 0; }
  ul, ol { margin: 0; padding: 0; list-style: none; }
  button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none; }
  button:disabled { cursor: not-allowed; }
  .card { padding: 1.25rem; border: 1px solid var(--line); border-radius: var(--round); background: var(--surface); box-shadow: var(--shadow); }
  .head { display: flex; align-items: center; justify-content: space-between; gap: .75rem; margin-bottom: .9rem; }
  .soft { color: var(--soft); font-size: .92rem; }
  .primary { min-height: 2.75rem; padding: .55rem 1.1rem; border-radius: 999px; background: var(--accent); color: var(--accent-ink); font-weight: 650; }
  .primary:hover:enabled { filter: brightness(1.08); }
  .primary:disabled { background: var(--line); color: var(--soft); }
  .quiet { min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 999px; }
  .quiet:hover { border-color: var(--accent); }
  .note { padding: .6rem .8rem; border-radius: 12px; background: var(--gold-soft); color: var(--gold); font-size: .9rem; }
  .note.bad { background: var(--warm-soft); color: var(--warm); }
  .seen-only-by-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  code { padding: .1em .4em; border-radius: 6px; background: var(--line); font-size: .9em; }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;

/** A part of the shop: draws itself, hears of the others by DOM events, and follows its own subjects. */
export class ShopElement extends HTMLElement {
  static css = '';
  #ending;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.adoptedStyleSheets = [sheet(COMMON), sheet(this.constructor.css)];
  }

  connectedCallback() {
    this.#ending = new AbortController();
    this.build();
    let stops = [];
    const stop = () => { stops.forEach(one => one()); stops = []; };
    const forget = onIdentity((shop, who) => {
      stop();
      stops = this.follow(shop, who) ?? [];
    });
    this.#ending.signal.addEventListener('abort', () => { stop(); forget(); });
  }

  disconnectedCallback() {
    this.#ending.abort();
  }

  /** Draws what is there from the beginning. */
  build() {}

  /** Follows the subjects of a shopper; returns what ends it. */
  follow() { return []; }

  /** Hears what another part of the page tells. */
  hear(name, callback) {
    document.addEventListener(name, ({ detail }) => callback(detail), { signal: this.#ending.signal });
  }

  /** Tells the other parts of the page. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Replaces all that is drawn; what had the focus has it again, by its id. */
  draw(...nodes) {
    const focused = this.shadowRoot.activeElement?.id;
    this.shadowRoot.replaceChildren(...nodes.filter(Boolean));
    if (focused) {
      this.shadowRoot.getElementById(focused)?.focus({ preventScroll: true });
    }
  }
}

/** An element: `h('button', {class: 'primary', onclick}, 'Buy')`. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
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

const amounts = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
export const money = amount => amounts.format(amount);

/** The products that are listed, as the part that shows them tells. */
export function onCatalog(element, callback) {
  element.hear('catalog-changed', ({ products }) => callback(products));
  element.tell('catalog-wanted', {});
}
