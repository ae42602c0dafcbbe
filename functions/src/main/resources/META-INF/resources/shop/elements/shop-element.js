import { PageElement } from '/pages/page-element.js';
import { onIdentity } from '../session.js';

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

/** A part of the shop; its session is a client and who the shopper is. */
export class ShopElement extends PageElement {
  static common = COMMON;

  onSession(callback) {
    return onIdentity(callback);
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

const amounts = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
export const money = amount => amounts.format(amount);

/** The products that are listed, as the part that shows them tells. */
export function onCatalog(element, callback) {
  element.hear('catalog-changed', ({ products }) => callback(products));
  element.tell('catalog-wanted', {});
}
