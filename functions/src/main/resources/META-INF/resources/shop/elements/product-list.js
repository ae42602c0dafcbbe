import { h } from '/pages/drawing.js';
import { ShopElement, money } from './shop-element.js';

const ALL = 'All';
const LONG = 1600;

/** What the shop offers: the subject catalog/all. Tells `cart-add`, and `catalog-changed` to whoever needs names and prices. */
class ProductList extends ShopElement {
  static css = `
    .chips { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.25rem; }
    .chips button { min-height: 2.5rem; padding: .3rem 1rem; border: 1px solid var(--line); border-radius: 999px; background: var(--surface); }
    .chips [aria-pressed=true] { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1.25rem; }
    li { display: flex; flex-direction: column; overflow: hidden; border: 1px solid var(--line); border-radius: var(--round);
         background: var(--surface); transition: transform .18s, box-shadow .18s; }
    li:hover, li:focus-within { box-shadow: var(--shadow); transform: translateY(-3px); }
    .picture { display: grid; place-items: center; aspect-ratio: 5 / 4; background: var(--picture); }
    img { width: 72%; height: 88%; object-fit: contain; }
    .about { display: grid; gap: .15rem; padding: 1rem 1rem .4rem; }
    h2 { font-size: 1.05rem; }
    .buy { display: flex; align-items: center; justify-content: space-between; gap: .5rem; margin-top: auto; padding: .4rem 1rem 1rem; }
    .price { font-size: 1.1rem; font-weight: 700; font-variant-numeric: tabular-nums; }
    .buy .primary { min-width: 6.2rem; padding-inline: .9rem; }
    .bone { border-radius: 10px; background: linear-gradient(100deg, var(--line) 40%, var(--raised) 50%, var(--line) 60%) 0 / 300%; animation: shine 1.6s infinite linear; }
    .bone.line { width: 60%; height: 1rem; margin: 1rem; }
    .bone.short { width: 35%; }
    @keyframes shine { from { background-position: 120% 0; } to { background-position: -20% 0; } }
    .empty { display: grid; gap: .8rem; justify-items: center; padding: 3.5rem 1.5rem; border: 2px dashed var(--line); border-radius: var(--round); text-align: center; }
    .empty img { width: 6rem; height: 6rem; opacity: .9; }
    @media (max-width: 40rem) {
      ul { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
      .about { padding: .75rem .75rem .2rem; }
      .buy { flex-direction: column; align-items: stretch; padding: .3rem .75rem .75rem; }
    }
  `;

  #products;
  #category = ALL;
  #isReachable = true;
  #added = new Map();

  build() {
    this.hear('catalog-wanted', () => this.#products && this.#announce());
    this.hear('shop-unreachable', () => this.#reach(false));
    this.hear('connection-changed', ({ status }) => this.#reach(status !== 'offline'));
    this.#show();
  }

  follow(shop) {
    return [shop.live(['catalog/all'], ({ event }) => this.#news(event))];
  }

  #news({ type, data }) {
    const products = type === 'subject-changed' ? data.changed?.products : data.properties?.products ?? {};
    if (products && (type === 'subject-changed' || type === 'subject-state')) {
      this.#products = new Map(Object.entries(products));
      this.#announce();
      this.#show();
    }
  }

  #announce() {
    this.tell('catalog-changed', { products: this.#products });
  }

  #reach(isReachable) {
    if (isReachable !== this.#isReachable) {
      this.#isReachable = isReachable;
      this.#show();
    }
  }

  #show() {
    this.draw(...this.#products === undefined ? this.#waiting() : this.#products.size === 0 ? [this.#nothing()] : this.#shelf());
  }

  #waiting() {
    if (!this.#isReachable) {
      return [h('div', { class: 'empty', role: 'status' }, h('h2', {}, 'The shop cannot be reached'),
        h('p', { class: 'soft' }, 'It is tried again all the time. The shelves are filled as soon as there is an answer.'))];
    }
    const bones = Array.from({ length: 8 }, () => h('li', { 'aria-hidden': 'true' }, h('div', { class: 'picture bone' }),
      h('div', { class: 'bone line' }), h('div', { class: 'bone line short' })));
    return [h('p', { class: 'seen-only-by-readers', role: 'status' }, 'Products are being loaded'), h('ul', { 'aria-hidden': 'true' }, bones)];
  }

  #nothing() {
    return h('div', { class: 'empty' }, h('img', { src: '/shop/icon.svg', alt: '' }), h('h2', {}, 'The shelves are still empty'),
      h('p', { class: 'soft' }, 'Put twenty products on them with ', h('code', {}, './deploy.sh seed'), ': they appear here by themselves.'));
  }

  #shelf() {
    const entries = [...this.#products].sort(([, a], [, b]) => a.name.localeCompare(b.name));
    const categories = [ALL, ...new Set(entries.map(([, product]) => product.category).sort())];
    const shown = entries.filter(([, product]) => this.#category === ALL || product.category === this.#category);
    return [h('div', { class: 'chips', role: 'group', 'aria-label': 'Categories' }, categories.map(name => this.#chip(name))),
      h('ul', {}, shown.map(([id, product]) => this.#item(id, product)))];
  }

  #chip(name) {
    const onclick = () => { this.#category = name; this.#show(); };
    return h('button', { id: `category-${name}`, type: 'button', 'aria-pressed': String(name === this.#category), onclick }, name);
  }

  #item(id, product) {
    const isAdded = this.#added.has(id);
    return h('li', {},
      h('div', { class: 'picture' }, product.image && h('img', { src: product.image, alt: '', loading: 'lazy', width: 160, height: 140 })),
      h('div', { class: 'about' }, h('h2', {}, product.name), h('p', { class: 'soft' }, product.category)),
      h('div', { class: 'buy' }, h('span', { class: 'price' }, money(product.price)),
        h('button', { id: `add-${id}`, class: 'primary', type: 'button', 'aria-label': `Add ${product.name} to the cart`,
          onclick: () => this.#add(id, product) }, isAdded ? 'Added ✓' : 'Add')));
  }

  #add(id, product) {
    this.tell('cart-add', { product_id: id, name: product.name, price: product.price });
    clearTimeout(this.#added.get(id));
    this.#added.set(id, setTimeout(() => { this.#added.delete(id); this.#mark(id, 'Add'); }, LONG));
    this.#mark(id, 'Added ✓');
  }

  #mark(id, text) {
    this.shadowRoot.getElementById(`add-${id}`)?.replaceChildren(text);
  }
}

customElements.define('product-list', ProductList);
