import { h } from '/pages/drawing.js';
import { ShopElement, money } from './shop-element.js';

/** On a phone, where the cart is far below: how full it is, and the way to it. Follows nothing; hears `cart-changed`. */
class CartBar extends ShopElement {
  static css = `
    :host { position: fixed; inset: auto 0 0; z-index: 9; }
    a { display: flex; justify-content: space-between; margin: .75rem; padding: .95rem 1.3rem; border-radius: 999px; background: var(--accent);
        color: var(--accent-ink); box-shadow: var(--shadow); font-weight: 650; text-decoration: none; font-variant-numeric: tabular-nums; }
    @media (min-width: 62.001rem) { :host { display: none; } }
  `;

  #count = 0;
  #isCartSeen = false;
  #cart;

  build() {
    this.hidden = true;
    const sight = new IntersectionObserver(([entry]) => { this.#isCartSeen = entry.isIntersecting; this.#hide(); });
    document.addEventListener('cart-changed', ({ target }) => {
      if (target !== this.#cart) {
        this.#cart = target;
        sight.observe(target);
      }
    });
    this.hear('cart-changed', ({ count, total }) => {
      this.#count = count;
      this.#hide();
      this.draw(h('a', { href: '#cart' }, h('span', {}, `Cart · ${count}`), h('span', {}, money(total))));
    });
  }

  #hide() {
    this.hidden = this.#count === 0 || this.#isCartSeen;
  }
}

customElements.define('cart-bar', CartBar);
