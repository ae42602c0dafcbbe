import { h } from '/pages/drawing.js';
import { ShopElement, card, money, onCatalog } from './shop-element.js';

const STEPS = [
  { status: 'placed', name: 'Placed', words: ['It is on its way to the shop', 'It has left your cart'],
    kept: 'Kept in this browser, and sent later' },
  { status: 'received', name: 'Received', words: ['Then the shop takes it', 'The shop has it, and will not lose it'] },
];
const SHOWN = 6;

/**
 * How the latest order stands. Follows user/ID, which tells what order that is, order/ID/NUMBER, and catalog/all for names.
 * Hears `order-placed` and `order-refused`, so that an order shows before the shop knows of it.
 */
class OrderStatus extends ShopElement {
  static css = `
    ol { display: grid; gap: .2rem; }
    li { display: grid; grid-template-columns: 1.7rem 1fr; gap: .1rem .8rem; padding: .35rem 0; color: var(--soft); }
    .mark {
      grid-row: span 2; display: grid; place-items: center; width: 1.7rem; height: 1.7rem;
      border: 2px solid var(--line); border-radius: 50%; font-size: .9rem;
    }
    .done { color: var(--ink); }
    .done .mark { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
    .step { font-weight: 650; }
    .number { font-size: .86rem; color: var(--soft); font-variant-numeric: tabular-nums; }
    li .soft { font-size: .88rem; }
    dl {
      display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .3rem .8rem; margin: .8rem 0 0;
      padding-top: .8rem; border-top: 1px solid var(--line); font-size: .92rem;
    }
    dt, dd { margin: 0; }
    dd { text-align: right; font-variant-numeric: tabular-nums; }
    .total { font-weight: 700; }
  `;

  #products = new Map();
  #isKnown = false;
  #order;
  #status;
  #lines = [];
  #shop;
  #stop;

  build() {
    this.hear('order-placed', ({ order_id: order, lines }) => { this.#watch(order, 'sent', lines); });
    this.hear('order-refused', ({ order_id: order }) => order === this.#order && this.#watch(undefined));
    this.show();
  }

  follow(shop, who) {
    this.#shop = shop;
    this.#isKnown = false;
    this.#watch(undefined);
    return [
      onCatalog(shop, products => { this.#products = products; this.show(); }),
      shop.live([`user/${who.id}`], ({ event }) => this.#ofUser(event)),
      () => this.#stop?.(),
    ];
  }

  #ofUser({ type, data }) {
    if (type === 'subject-state') {
      this.#isKnown = true;
      this.show();
    }
    const last = type === 'subject-state' ? data.properties?.last_order : type === 'subject-changed'
      ? data.changed?.last_order : undefined;
    if (last && last !== this.#order) {
      this.#watch(last, 'placed');
    } else if (last && this.#status === 'sent') {
      this.#status = 'placed';
      this.show();
    }
  }

  #watch(order, status, lines = []) {
    this.#stop?.();
    this.#stop = undefined;
    this.#order = order;
    this.#status = status;
    this.#lines = lines;
    // why so: an order that was named otherwise than by its owner is not the shopper's to read.
    if (order?.includes('/')) {
      this.#stop = this.#shop.live([`order/${order}`], ({ event }) => this.#ofOrder(event));
    }
    this.show();
  }

  #ofOrder({ type, data }) {
    const { lines, status } = (type === 'subject-state' ? data.properties : type === 'subject-changed' ? data.changed
      : undefined) ?? {};
    this.#lines = lines ?? this.#lines;
    this.#status = status ?? this.#status;
    this.show();
  }

  show() {
    const number = this.#order?.split('/').pop();
    this.draw(card({
      title: 'Your order', isBusy: !this.#isKnown && !this.#order,
      aside: number && h('span', { class: 'number', title: number }, `No. ${number.slice(-SHOWN).toUpperCase()}`),
    }, h('div', { role: 'status' }, this.#order ? this.#steps() : h('p', { class: 'soft idle' }, this.#nothing())),
    this.#order && this.#bill()));
  }

  #nothing() {
    return this.#isKnown ? 'No order yet. The latest one is followed here.'
      : this.isAway ? `${this.trouble} Your latest order shows as soon as there is an answer.`
        : 'Looking for your latest order…';
  }

  #steps() {
    const reached = STEPS.findIndex(({ status }) => status === this.#status);
    const isFurther = this.#status !== 'sent' && reached < 0;
    const steps = isFurther ? [...STEPS, { name: this.#status, words: ['', ''] }] : STEPS;
    return h('ol', {}, steps.map(({ name, words, kept }, i) => {
      const isDone = isFurther || i <= reached;
      return h('li', { class: isDone ? 'done' : '' },
        h('span', { class: 'mark', 'aria-hidden': 'true' }, isDone ? '✓' : `${i + 1}`),
        h('span', { class: 'step' }, name, h('span', { class: 'seen-only-by-readers' }, isDone ? ': done' : ': not yet')),
        h('span', { class: 'soft' }, isDone ? words[1] : this.isAway && kept || words[0]));
    }));
  }

  #bill() {
    const sum = ({ quantity = 1, price = 0 }) => quantity * price;
    const total = this.#lines.reduce((all, line) => all + sum(line), 0);
    return total > 0 && h('dl', {}, this.#lines.map(line => [
      h('dt', {}, `${line.quantity ?? 1} × ${this.#products.get(line.product_id)?.name ?? line.product_id}`),
      h('dd', {}, money(sum(line)))]),
    h('dt', { class: 'total' }, 'Total'), h('dd', { class: 'total' }, money(total)));
  }
}

customElements.define('order-status', OrderStatus);
