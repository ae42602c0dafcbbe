import { h } from '/pages/drawing.js';
import { ShopElement, money, onCatalog, picture } from './shop-element.js';

const ALL = 'All';
const LONG = 1600;
const TOO_LONG = 6000;

/** What the shop offers. Follows catalog/all; tells `cart-add` of what is to go into the cart. */
class ProductList extends ShopElement {
  static css = `
    .chips { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.25rem; }
    .chips button {
      min-height: 2.75rem; padding: .3rem 1rem; border: 1px solid var(--line); border-radius: 999px;
      background: var(--surface);
    }
    .chips [aria-pressed=true] { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1.25rem; }
    li { display: flex; flex-direction: column; overflow: hidden; border: 1px solid var(--line); border-radius: var(--round);
         background: var(--surface); transition: transform .18s, box-shadow .18s; }
    .note { margin-bottom: 1rem; }
    @media (hover: hover) { li:hover { box-shadow: var(--shadow); transform: translateY(-3px); } }
    .picture { display: grid; place-items: center; aspect-ratio: 5 / 4; background: var(--picture); }
    img { width: 72%; height: 88%; object-fit: contain; }
    .about { display: grid; gap: .15rem; padding: 1rem 1rem .4rem; }
    h2 { font-size: 1.05rem; }
    .buy {
      display: flex; align-items: center; justify-content: space-between; gap: .5rem; margin-top: auto;
      padding: .4rem 1rem 1rem;
    }
    .price { font-size: 1.1rem; font-weight: 700; font-variant-numeric: tabular-nums; }
    .buy .primary { min-width: 6.2rem; padding-inline: .9rem; }
    .bone {
      border-radius: 10px;
      background: linear-gradient(100deg, var(--line) 40%, var(--raised) 50%, var(--line) 60%) 0 / 300%;
      animation: shine 1.6s infinite linear;
    }
    .bone.wide { width: min(31rem, 100%); height: 2.75rem; border-radius: 999px; }
    .bone.line { width: 60%; height: 1rem; margin: 1rem; }
    .bone.short { width: 35%; }
    @keyframes shine { from { background-position: 120% 0; } to { background-position: -20% 0; } }
    .empty {
      display: grid; gap: .8rem; justify-items: center; padding: 3.5rem 1.5rem;
      border: 2px dashed var(--line); border-radius: var(--round); text-align: center;
    }
    .empty img { width: 6rem; height: 6rem; opacity: .9; }
    @media (max-width: 40rem) {
      .bone.wide { height: 6rem; border-radius: 22px; }
      ul { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
      .about { padding: .75rem .75rem .2rem; }
      .buy { flex-direction: column; align-items: stretch; padding: .3rem .75rem .75rem; }
    }
  `;

  #products;
  #category = ALL;
  #latest = '';
  #added = new Map();
  #isSlow = false;

  build() {
    this.show();
  }

  follow(shop) {
    const slow = setTimeout(() => { this.#isSlow = true; this.show(); }, TOO_LONG);
    return [
      onCatalog(shop, products => { this.#products = products; this.show(); }),
      () => clearTimeout(slow),
    ];
  }

  show() {
    const isLate = this.#isSlow && !this.#products && !this.isAway;
    this.draw(h('p', { class: isLate ? 'note' : 'seen-only-by-readers', role: 'status' }, this.#products ? this.#latest
      : isLate ? 'The shelves take longer than usual. They are filled as soon as there is an answer.'
        : 'Products are being loaded'),
      ...this.#products === undefined ? this.#waiting() : this.#products.size === 0 ? [this.#nothing()] : this.#shelf());
  }

  #waiting() {
    if (this.isAway) {
      return [h('div', { class: 'empty', role: 'status' }, icon(), h('h2', {}, this.trouble),
        h('p', { class: 'soft' }, 'It is tried again all the time. The shelves are filled as soon as there is an answer.'))];
    }
    const bones = Array.from({ length: 9 }, () => h('li', {}, h('div', { class: 'picture bone' }),
      h('div', { class: 'bone line' }), h('div', { class: 'bone line short' })));
    return [h('div', { class: 'chips bone wide', 'aria-hidden': 'true' }), h('ul', { 'aria-hidden': 'true' }, bones)];
  }

  #nothing() {
    return h('div', { class: 'empty' }, icon(), h('h2', {}, 'The shelves are still empty'),
      h('p', { class: 'soft' }, 'Put twenty products on them with ', h('code', {}, './deploy.sh seed'),
        ': they appear here by themselves.'));
  }

  #shelf() {
    const entries = [...this.#products].sort(([, a], [, b]) => a.name.localeCompare(b.name));
    const categories = [ALL, ...new Set(entries.map(([, product]) => product.category).sort())];
    const shown = entries.filter(([, product]) => this.#category === ALL || product.category === this.#category);
    return [h('div', { class: 'chips', role: 'group', 'aria-label': 'Categories' },
      categories.map(name => this.#chip(name))),
      h('ul', {}, shown.map(([id, product]) => this.#item(id, product)))];
  }

  #chip(name) {
    const onclick = () => { this.#category = name; this.#latest = ''; this.show(); };
    return h('button', { 'data-key': name, type: 'button', 'aria-pressed': String(name === this.#category), onclick }, name);
  }

  #item(id, product) {
    const isAdded = this.#added.has(id);
    return h('li', { 'data-key': id },
      h('div', { class: 'picture' }, product.image && picture(product, { loading: 'lazy', width: 160, height: 140 })),
      h('div', { class: 'about' }, h('h2', {}, product.name), h('p', { class: 'soft' }, product.category)),
      h('div', { class: 'buy' }, h('span', { class: 'price' }, money(product.price)),
        h('button', { class: 'primary', type: 'button', 'aria-label': `Add ${product.name} to the cart`,
          onclick: () => this.#add(id, product) }, isAdded ? 'Added ✓' : 'Add')));
  }

  #add(id, product) {
    this.tell('cart-add', { product_id: id, name: product.name, price: product.price });
    clearTimeout(this.#added.get(id));
    this.#added.set(id, setTimeout(() => { this.#added.delete(id); this.show(); }, LONG));
    this.#latest = `${product.name} added`;
    this.show();
  }
}

const icon = () => picture({ image: '/shop/icon.svg' });

customElements.define('product-list', ProductList);
