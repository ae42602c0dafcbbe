import { h, patch, svg } from './drawing.js';
import { PageElement } from './page-element.js';

const KEPT = 'cartwright:theme';
const DARK = matchMedia('(prefers-color-scheme: dark)');
const SUN = 'M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM7.3 0h1.4v2.6H7.3Zm0 13.4h1.4V16H7.3ZM0 7.3h2.6v1.4H0Zm13.4 0H16v1.4h-2.6ZM2 3l1-1 1.9 1.9-1 1Zm9.1 9.1 1-1L14 13l-1 1ZM2 13l1.9-1.9 1 1L3 14Zm9.1-9.1L13 2l1 1-1.9 1.9Z';
const MOON = 'M6.2 1.2a7 7 0 1 0 8.6 8.6A6 6 0 0 1 6.2 1.2Z';

/** Dark or light; until somebody says, as the system has it. Tells `theme-changed`. */
class ThemeSwitch extends PageElement {
  static css = `
    button {
      display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0; border: 0;
      border-radius: 10px; background: none; color: var(--soft); cursor: pointer;
    }
    button:hover { background: var(--raised); color: var(--ink); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    svg { width: 1.15rem; height: 1.15rem; fill: currentColor; }
  `;

  build() {
    DARK.onchange = () => this.#show();
    this.#show();
  }

  #show() {
    const kept = localStorage.getItem(KEPT);
    const theme = kept ?? (DARK.matches ? 'dark' : 'light');
    const other = theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    patch(this.shadowRoot,
      [h('button', { type: 'button', title: `Change to ${other}`, 'aria-label': `Change to ${other}`,
        onclick: () => this.#choose(other) },
      svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: theme === 'dark' ? SUN : MOON })))]);
    this.tell('theme-changed', theme);
  }

  #choose(theme) {
    localStorage.setItem(KEPT, theme);
    this.#show();
  }
}

customElements.define('theme-switch', ThemeSwitch);
