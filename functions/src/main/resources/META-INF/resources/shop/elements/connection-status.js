import { h } from '/pages/drawing.js';
import { ShopElement } from './shop-element.js';

const WORDS = { live: 'Live', connecting: 'Connecting', offline: 'Offline' };
const OFTEN = 1000;

/** Whether what the page shows is of this moment, and how much has not been sent yet. Follows nothing; hears `shop-unreachable`. */
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
  #waited = 0;

  build() {
    this.show();
  }

  follow(shop) {
    this.#shop = shop;
    const timer = setInterval(() => { this.show(); this.#waited = shop.waiting; }, OFTEN);
    return [shop.onStatus(status => { this.#status = status; this.show(); }), () => clearInterval(timer)];
  }

  show() {
    const status = this.isAway ? 'offline' : this.#status;
    // why of both: what goes out at once need not be told.
    const waiting = Math.min(this.#waited, this.#shop?.waiting ?? 0);
    this.draw(h('p', { role: 'status', 'data-status': status }, h('span', { class: 'dot', 'aria-hidden': 'true' }),
      WORDS[status] + (waiting > 0 ? ` · ${waiting} to send` : '')));
  }
}

customElements.define('connection-status', ConnectionStatus);
