import { h, patch } from '/pages/drawing.js';
import { PageElement } from '/pages/page-element.js';
import { onIdentity } from '../session.js';

const HOME = new URL(import.meta.url).origin;
const TOKENS = new URL('../tokens.css', import.meta.url).href;

// why here: a page that shows one part of the shop need not know what that part's colors are called.
if (![...document.querySelectorAll('link[rel=stylesheet]')].some(({ href }) => href === TOKENS)) {
  document.head.prepend(h('link', { rel: 'stylesheet', href: TOKENS, crossorigin: 'anonymous' }));
}

const COMMON = `
  :host { display: block; color: var(--ink); font-family: var(--font); line-height: 1.5; }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  h2 { margin: 0; font-size: 1.05rem; letter-spacing: -.01em; }
  h2:focus { outline: none; }
  p { margin: 0; }
  ul, ol { margin: 0; padding: 0; list-style: none; }
  button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none; }
  button:disabled { cursor: not-allowed; }
  .card {
    padding: 1.25rem; border: 1px solid var(--line); border-radius: var(--round); background: var(--surface);
    box-shadow: var(--shadow);
  }
  .head { display: flex; align-items: center; justify-content: space-between; gap: .75rem; margin-bottom: .9rem; }
  .soft { color: var(--soft); font-size: .92rem; }
  .idle { min-height: 3em; }
  .primary {
    min-height: 2.75rem; padding: .55rem 1.1rem; border-radius: 999px; background: var(--accent);
    color: var(--accent-ink); font-weight: 650;
  }
  .primary:hover:enabled { filter: brightness(1.08); }
  .primary:disabled { background: var(--line); color: var(--soft); }
  .quiet { min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 999px; }
  .quiet:hover { border-color: var(--accent); }
  .note { padding: .6rem .8rem; border-radius: 12px; background: var(--gold-soft); color: var(--gold); font-size: .9rem; }
  .note.bad { background: var(--warm-soft); color: var(--warm); }
  .seen-only-by-readers {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  code { padding: .1em .4em; border-radius: 6px; background: var(--line); font-size: .9em; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;

/** A part of the shop; its session is a client and who the shopper is. */
export class ShopElement extends PageElement {
  static common = COMMON;

  /** Whether the shop does not answer now. */
  isAway = false;

  onSession(callback) {
    let stop = () => {};
    this.hear('shop-unreachable', () => this.#reached('offline'));
    const forget = onIdentity((shop, who) => {
      stop();
      stop = shop.onStatus(status => this.#reached(status));
      callback(shop, who);
    });
    return () => { stop(); forget(); };
  }

  /** Draws what there is now; again whenever the shop is away, and when it is back. */
  show() {}

  /** Draws this in place of what was there, and keeps what is alike: so focus stays, and what is told is told once. */
  draw(...nodes) {
    const focused = this.shadowRoot.activeElement;
    patch(this.shadowRoot, nodes.filter(Boolean));
    if (focused && !focused.isConnected) {
      this.shadowRoot.getElementById('title')?.focus({ preventScroll: true });
    }
  }

  get trouble() {
    return navigator.onLine ? 'The shop cannot be reached right now.' : 'You are offline.';
  }

  #reached(status) {
    const isAway = status === 'offline';
    if (isAway !== this.isAway) {
      this.isAway = isAway;
      this.show();
    }
  }
}

/** A card with its title; whatever is taken out of it while it has the focus leaves the focus here. */
export const card = ({ title, aside, isBusy = false }, ...children) => h('section',
  { class: 'card', 'aria-labelledby': 'title', 'aria-busy': String(isBusy) },
  h('div', { class: 'head' }, h('h2', { id: 'title', tabindex: '-1' }, title), aside), ...children);

const amounts = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
export const money = amount => amounts.format(amount);

/** What the shop offers, by id: the subject catalog/all. */
export const onCatalog = (shop, callback) => shop.live(['catalog/all'], ({ event: { type, data } }) => {
  if (type === 'subject-state' || type === 'subject-changed' && data.changed?.products) {
    callback(new Map(Object.entries((type === 'subject-state' ? data.properties : data.changed).products ?? {})));
  }
});

/** The picture of a product; where the page is not the shop's own, ours are asked for as our scripts are. */
export function picture({ image }, attributes) {
  const { href, origin } = new URL(image, HOME);
  const crossorigin = origin === HOME && origin !== location.origin && 'anonymous';
  return h('img', { crossorigin, src: href, alt: '', ...attributes });
}
