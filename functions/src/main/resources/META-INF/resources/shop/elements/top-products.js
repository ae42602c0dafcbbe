import { h } from '/pages/drawing.js';
import { ShopElement, card, onCatalog } from './shop-element.js';

const SHOWN = 5;

/** What is wanted most. Follows the view top-products, and catalog/all for names. */
class TopProducts extends ShopElement {
  static css = `
    li {
      display: grid; grid-template-columns: 1.2rem minmax(0, 1fr) auto; gap: .2rem .6rem;
      align-items: baseline; padding: .4rem 0;
    }
    .rank { color: var(--soft); font-variant-numeric: tabular-nums; }
    .many { font-weight: 650; font-variant-numeric: tabular-nums; }
    progress {
      grid-column: 2 / -1; width: 100%; height: .4rem; border: 0; border-radius: 99px; overflow: hidden;
      background: var(--line); appearance: none;
    }
    progress::-webkit-progress-bar { background: var(--line); }
    progress::-webkit-progress-value { background: var(--accent); border-radius: 99px; transition: inline-size .5s; }
    progress::-moz-progress-bar { background: var(--accent); }
  `;

  #rows;
  #products = new Map();

  build() {
    this.show();
  }

  follow(shop) {
    this.#rows = undefined;
    return [
      onCatalog(shop, products => { this.#products = products; this.show(); }),
      shop.live(['view/top-products'], ({ event }) => { this.#rows = event.data.rows.slice(0, SHOWN); this.show(); }),
    ];
  }

  show() {
    const aside = h('span', { class: 'soft' }, this.isAway && this.#rows ? 'as last heard' : 'this hour');
    const most = Math.max(1, ...(this.#rows ?? []).map(row => row.adds));
    this.draw(card({ title: 'Wanted most', aside, isBusy: !this.#rows },
      this.#rows?.length ? h('ol', {}, this.#rows.map((row, i) => this.#row(row, i, most)))
        : h('p', { class: 'soft idle' }, this.#nothing())));
  }

  #nothing() {
    return this.#rows ? 'Nothing was added in the last hour. Be the first.'
      : this.isAway ? `${this.trouble} What is wanted shows as soon as there is an answer.`
        : 'Counting…';
  }

  #row({ product_id: id, adds }, i, most) {
    const name = this.#products.get(id)?.name ?? id;
    return h('li', { 'data-key': id }, h('span', { class: 'rank' }, `${i + 1}`), h('span', {}, name),
      h('span', { class: 'many' }, `${adds}×`),
      h('progress', { value: adds, max: most, 'aria-label': `${name} was added ${adds} times` }));
  }
}

customElements.define('top-products', TopProducts);
