import { h } from '/pages/drawing.js';
import { CartState } from './cart-state.js';
import { ShopElement, card, money, onCatalog, picture } from './shop-element.js';

/**
 * The cart of whoever shops, in every tab and on every device. Follows user/ID, and catalog/all for names, prices and pictures;
 * sends `product-added-to-cart`, `product-removed-from-cart` and `order-placed` to user/ID.
 * Hears `cart-add`; tells `cart-changed`, `order-placed`, `order-refused` and, where a guest wants to order, `sign-in-wanted`.
 */
class ShoppingCart extends ShopElement {
  static css = `
    li {
      display: grid; grid-template-columns: 3.25rem minmax(0, 1fr) auto; align-items: center;
      gap: .1rem .8rem; padding: .7rem 0; border-bottom: 1px solid var(--line);
    }
    .picture {
      grid-row: span 2; display: grid; place-items: center; width: 3.25rem; height: 3.25rem;
      border-radius: 12px; background: var(--picture);
    }
    img { width: 80%; height: 80%; }
    .name { font-weight: 600; }
    .sum { font-weight: 650; font-variant-numeric: tabular-nums; text-align: right; }
    .steps { display: inline-flex; align-items: center; gap: .2rem; justify-self: start; }
    .steps button {
      width: 2.75rem; height: 2.75rem; border: 1px solid var(--line); border-radius: 50%; font-size: 1.1rem;
      line-height: 1;
    }
    .steps button:hover { border-color: var(--accent); }
    .steps span { min-width: 1.8rem; text-align: center; font-variant-numeric: tabular-nums; }
    .total { display: flex; justify-content: space-between; margin: 1rem 0; font-size: 1.15rem; font-weight: 700; }
    .order { width: 100%; min-height: 3.1rem; font-size: 1.05rem; }
    .note { margin-top: .8rem; }
    .count {
      padding: .1rem .6rem; border-radius: 999px; background: var(--accent-soft); font-size: .86rem;
      font-variant-numeric: tabular-nums;
    }
  `;

  #cart = new CartState();
  #products;
  #shop;
  #who;
  #tellTabs = () => {};
  #refusal;
  #isOrdering = false;

  build() {
    this.hear('cart-add', ({ product_id: id, price }) => this.#change(id, 1, price));
    this.show();
  }

  follow(shop, who) {
    this.#shop = shop;
    this.#who = who;
    this.#cart = new CartState();
    this.show();
    return [
      this.#share(who),
      onCatalog(shop, products => { this.#products = products; this.show(); }),
      shop.live([`user/${who.id}`], ({ event }) => { this.#cart.news(event); this.show(); }),
      shop.onProblem(({ problem, event }) => this.#refused(problem, event)),
    ];
  }

  /** What waits in this browser is not told by the shop yet: so the tabs tell each other. */
  #share(who) {
    const tabs = new BroadcastChannel(`cartwright:shop:cart:${who.id}`);
    const tell = () => tabs.postMessage(this.#cart.unsettled);
    tabs.onmessage = ({ data: changes }) => {
      if (changes) {
        this.#cart.learn(changes);
        this.show();
      } else {
        tell();
      }
    };
    tabs.postMessage(undefined);
    this.#tellTabs = tell;
    return () => tabs.close();
  }

  #refused(problem, event) {
    if (event?.subject === `user/${this.#who.id}`) {
      this.#cart.refused(event.id);
      this.#refusal = problem.detail ?? problem.title;
      this.show();
    }
  }

  #change(product, pieces, price) {
    const type = pieces > 0 ? 'product-added-to-cart' : 'product-removed-from-cart';
    this.#send({ product, pieces }, type, { product_id: product, quantity: Math.abs(pieces), price });
  }

  async #send(change, type, data) {
    if (!this.#shop) {
      this.#refusal = 'The shop has not answered yet: try again in a moment.';
      this.show();
      return false;
    }
    const user = this.#who.id;
    this.#refusal = undefined;
    this.#cart.add(change);
    this.show();
    const cart = this.#cart;
    try {
      const receipt = await this.#shop.emit(type, { ...data, user_id: user }, { subject: `user/${user}` });
      cart.sent(change, receipt);
      if (receipt.stored && cart === this.#cart) {
        this.#tellTabs();
      }
      this.show();
      return true;
    } catch (problem) {
      cart.remove(change);
      this.#refusal = problem.message;
      this.show();
      return false;
    }
  }

  async #order() {
    if (this.#who.kind === 'guest') {
      this.tell('sign-in-wanted', { reason: 'Sign in to order. Your cart comes with you.' });
      return;
    }
    const lines = [...this.#cart.pieces].map(([id, quantity]) => ({ product_id: id, quantity, price: this.#price(id) }));
    const order = `${this.#who.id}/${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    const total = this.#total();
    this.#isOrdering = true;
    this.tell('order-placed', { order_id: order, total, lines });
    const isSent = await this.#send({ empties: true }, 'order-placed', { order_id: order, lines });
    this.#isOrdering = false;
    if (!isSent) {
      this.tell('order-refused', { order_id: order });
    }
    this.show();
  }

  #price(id) {
    return this.#products?.get(id)?.price;
  }

  #total() {
    return [...this.#cart.pieces].reduce((sum, [id, pieces]) => sum + pieces * (this.#price(id) ?? 0), 0);
  }

  show() {
    const pieces = this.#cart.pieces;
    const count = [...pieces.values()].reduce((sum, one) => sum + one, 0);
    const isKnown = this.#cart.isKnown || count > 0;
    this.tell('cart-changed', { pieces, count, total: this.#total() });
    this.draw(card({
      title: 'Your cart', isBusy: !isKnown,
      aside: h('span', { class: 'count', role: 'status', hidden: !isKnown },
        isKnown && (count === 1 ? '1 piece' : `${count} pieces`)),
    }, ...count === 0 ? [h('p', { class: 'soft idle' }, this.#nothing())] : this.#lines(pieces),
    this.isAway && this.#shop
      && h('p', { class: 'note', role: 'status' }, `${this.trouble} What you do is kept in this browser, and sent later.`),
    this.#refusal && h('p', { class: 'note bad', role: 'alert' }, this.#refusal)));
  }

  #nothing() {
    return this.#cart.isKnown ? 'Nothing in it yet. What you add is in all your tabs at once.'
      : this.isAway ? 'What is in it shows when the shop can be reached.'
        : 'Looking what is in it…';
  }

  #lines(pieces) {
    const name = ([id]) => this.#products?.get(id)?.name ?? id;
    return [
      h('ul', {}, [...pieces].sort((a, b) => name(a).localeCompare(name(b))).map(([id, count]) => this.#line(id, count))),
      h('p', { class: 'total' }, h('span', {}, 'Total'), h('span', {}, this.#products ? money(this.#total()) : '…')),
      h('button', { id: 'order', class: 'primary order', type: 'button',
        disabled: this.#isOrdering || !this.#products, onclick: () => this.#order() },
        this.#who?.kind === 'guest' ? 'Sign in to order' : 'Place the order'),
    ];
  }

  #line(id, count) {
    const product = this.#products?.get(id);
    const name = product?.name ?? id;
    const step = (sign, pieces, words) => h('button', { type: 'button', 'aria-label': `One ${name} ${words}`,
      onclick: () => this.#change(id, pieces, product?.price) }, sign);
    return h('li', { 'data-key': id },
      h('div', { class: 'picture' }, product?.image && picture(product)),
      h('span', { class: 'name' }, name), h('span', { class: 'sum' }, product ? money(count * product.price) : ''),
      h('div', { class: 'steps', role: 'group', 'aria-label': `Pieces of ${name}` }, step('−', -1, 'less'),
        h('span', {}, `${count}`), step('+', 1, 'more')));
  }
}

customElements.define('shopping-cart', ShoppingCart);
