import { h } from '/pages/drawing.js';
import { ShopElement } from './shop-element.js';

const WORDS = { live: 'Live', connecting: 'Connecting', offline: 'Offline' };
const OFTEN = 1000;

/** Whether what the page shows is of this moment, and how much has not been sent yet. */
class ConnectionStatus extends ShopElement {
  static css = `
    p { display: flex; align-items: center; gap: .5rem; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 999px;
        color: var(--soft); font-size: .86rem; white-space: nowrap; }
    .dot { width: .6rem; height: .6rem; border-radius: 50%; background: var(--soft); }
    [data-status=live] .dot { background: var(--accent); animation: pulse 2.4s infinite; }
    [data-status=offline] { border-color: var(--warm); color: var(--warm); }
    [data-status=offline] .dot { border-radius: 2px; background: var(--warm); }
    @keyframes pulse { 0% { box-shadow: 0 0 0 0 color-mix(in srgb, var(--accent) 55%, transparent); } 70%, 100% { box-shadow: 0 0 0 .5rem transparent; } }
  `;

  #status = 'connecting';
  #shop;

  build() {
    this.hear('shop-unreachable', () => this.#show('offline'));
    this.#show(this.#status);
  }

  follow(shop) {
    this.#shop = shop;
    const timer = setInterval(() => this.#show(this.#status), OFTEN);
    return [shop.onStatus(status => this.#show(status)), () => clearInterval(timer)];
  }

  #show(status) {
    const waiting = this.#shop?.waiting ?? 0;
    const text = WORDS[status] + (waiting > 0 && status !== 'live' ? ` · ${waiting} to send` : '');
    if (status !== this.#status || text !== this.shadowRoot.textContent) {
      this.#status = status;
      this.draw(h('p', { role: 'status', 'data-status': status }, h('span', { class: 'dot', 'aria-hidden': 'true' }), text));
      this.tell('connection-changed', { status, waiting });
    }
  }
}

customElements.define('connection-status', ConnectionStatus);
