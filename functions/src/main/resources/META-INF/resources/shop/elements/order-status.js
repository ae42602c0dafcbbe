import { h } from '/pages/drawing.js';
import { ShopElement, money } from './shop-element.js';

const STEPS = [['placed', 'Placed', 'It has left your cart'], ['received', 'Received', 'The shop has it, and will not lose it']];

/** How the latest order stands: the subjects user/ID, for which it is, and order/ID. Hears `order-placed`. */
class OrderStatus extends ShopElement {
  static css = `
    ol { display: grid; gap: .2rem; }
    li { display: grid; grid-template-columns: 1.7rem 1fr; gap: .1rem .8rem; padding: .35rem 0; color: var(--soft); }
    .mark { grid-row: span 2; display: grid; place-items: center; width: 1.7rem; height: 1.7rem; border: 2px solid var(--line); border-radius: 50%; font-size: .9rem; }
    .done { color: var(--ink); }
    .done .mark { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
    .step { font-weight: 650; }
    .number { font-size: .86rem; color: var(--soft); font-variant-numeric: tabular-nums; }
    li .soft { font-size: .88rem; }
  `;

  #order;
  #status;
  #total;
  #shop;
  #stop;

  build() {
    this.hear('order-placed', ({ order_id: order, total }) => { this.#watch(order, 'sent', total); });
    this.hear('order-refused', ({ order_id: order }) => order === this.#order && this.#watch(undefined));
    this.#show();
  }

  follow(shop, who) {
    this.#shop = shop;
    this.#watch(undefined);
    return [shop.live([`user/${who.id}`], ({ event }) => this.#ofUser(event)), () => this.#stop?.()];
  }

  #ofUser({ type, data }) {
    const last = type === 'subject-state' ? data.properties?.last_order : type === 'subject-changed' ? data.changed?.last_order : undefined;
    if (last && last !== this.#order) {
      this.#watch(last, 'placed');
    } else if (last && this.#status === 'sent') {
      this.#status = 'placed';
      this.#show();
    }
  }

  #watch(order, status, total) {
    this.#stop?.();
    this.#stop = undefined;
    this.#order = order;
    this.#status = status;
    this.#total = total;
    // why so: an order that was named otherwise than by its owner is not the shopper's to read.
    if (order?.includes('/')) {
      this.#stop = this.#shop.live([`order/${order}`], ({ event }) => this.#ofOrder(event));
    }
    this.#show();
  }

  #ofOrder({ type, data }) {
    const properties = type === 'subject-state' ? data.properties : type === 'subject-changed' ? data.changed : undefined;
    if (properties?.lines) {
      this.#total = properties.lines.reduce((sum, line) => sum + (line.quantity ?? 1) * (line.price ?? 0), 0);
    }
    if (properties?.status) {
      this.#status = properties.status;
    }
    this.#show();
  }

  #show() {
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Your order'), this.#order && h('span', { class: 'number' }, `№ ${this.#order.split('/').pop()}`)),
      this.#order ? this.#steps() : h('p', { class: 'soft' }, 'No order yet. The latest one is followed here.')));
  }

  #steps() {
    const reached = STEPS.findIndex(([status]) => status === this.#status);
    const isFurther = this.#status !== 'sent' && reached < 0;
    const steps = isFurther ? [...STEPS, [this.#status, this.#status, '']] : STEPS;
    return h('div', { role: 'status' }, h('ol', {}, steps.map(([, name, words], i) => {
      const isDone = isFurther || i <= reached;
      return h('li', { class: isDone ? 'done' : '' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, isDone ? '✓' : `${i + 1}`),
        h('span', { class: 'step' }, name, h('span', { class: 'seen-only-by-readers' }, isDone ? ': done' : ': not yet')), h('span', { class: 'soft' }, words));
    })), this.#total > 0 && h('p', { class: 'soft' }, `Total ${money(this.#total)}`));
  }
}

customElements.define('order-status', OrderStatus);
