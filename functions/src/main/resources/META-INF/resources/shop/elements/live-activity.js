import { h } from '/pages/drawing.js';
import { ShopElement, onCatalog } from './shop-element.js';

const SHOWN = 8;
const WORDS = {
  'product-added-to-cart': (data, name) => `${pieces(data)}${name(data.product_id)} went into your cart`,
  'product-removed-from-cart': (data, name) => `${pieces(data)}${name(data.product_id)} came out of your cart`,
  'order-placed': () => 'You placed an order',
  'guest-cart-merged': () => 'Your cart as a guest became yours',
  'user-profile-updated': data => `Hello, ${data.name}`,
};
const pieces = data => (data.quantity > 1 ? `${data.quantity} × ` : '');
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** What happens right now: to the subject user/ID. */
class LiveActivity extends ShopElement {
  static css = `
    li { display: flex; justify-content: space-between; gap: 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line); font-size: .94rem; animation: come .4s ease-out; }
    li:last-child { border: 0; }
    time { color: var(--soft); font-size: .86rem; white-space: nowrap; }
    @keyframes come { from { opacity: 0; transform: translateY(-6px); } }
  `;

  #lines = [];
  #products = new Map();
  #shop;

  build() {
    onCatalog(this, products => { this.#products = products; this.#show(); });
    this.#show();
  }

  follow(shop, who) {
    this.#shop = shop;
    this.#lines = [];
    this.#show();
    const timer = setInterval(() => this.#show(), 10_000);
    return [shop.live([`user/${who.id}`], message => this.#news(message)), () => clearInterval(timer)];
  }

  #news({ kind, event }) {
    const words = WORDS[event.type];
    if (kind === 'change' && words) {
      this.#lines = [{ event, words }, ...this.#lines].slice(0, SHOWN);
      this.#show();
    }
  }

  #show() {
    const name = id => this.#products.get(id)?.name ?? id;
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' }, h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Right now')),
      h('div', { role: 'log', 'aria-label': 'What happens right now' }, h('ul', {}, this.#lines.map(({ event, words }) =>
        h('li', {}, h('span', {}, words(event.data, name)), h('time', { datetime: event.time }, this.#ago(event.time)))))),
      this.#lines.length === 0 && h('p', { class: 'soft' }, 'Quiet. What happens is told here, the moment it does.')));
  }

  #ago(time) {
    const seconds = Math.min(0, Math.round((Date.parse(time) - (this.#shop?.now() ?? Date.now())) / 1000));
    return seconds > -5 ? 'now' : seconds > -60 ? ago.format(seconds, 'second') : ago.format(Math.round(seconds / 60), 'minute');
  }
}

customElements.define('live-activity', LiveActivity);
