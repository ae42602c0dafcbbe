import { Unavailable } from '/cartwright.js';
import { h } from '/pages/drawing.js';
import { ShopElement, card, onCatalog } from './shop-element.js';

const SHOWN = 8;
const OFTEN = 10_000;
const WORDS = {
  'product-added-to-cart': (data, name) => `You added ${pieces(data)}${name(data.product_id)}`,
  'product-removed-from-cart': (data, name) => `You took out ${pieces(data)}${name(data.product_id)}`,
  'order-placed': () => 'You placed an order',
  'guest-cart-merged': () => 'Your cart as a guest became yours',
  'user-profile-updated': data => `Hello, ${data.name}`,
};
const pieces = data => (data.quantity > 1 ? `${data.quantity} × ` : '');
const others = (times, name) => (times === 1 ? `Somebody added ${name}` : `Others added ${name}, ${times} times`);
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/**
 * What happens right now. Follows user/ID for what the shopper does on any device, which it asks for from before, too; the
 * view top-products for what all others add, of whom it tells nothing; and catalog/all for names.
 */
class LiveActivity extends ShopElement {
  static css = `
    li {
      display: grid; grid-template-columns: .6rem minmax(0, 1fr) auto; gap: .7rem; align-items: baseline;
      padding: .45rem 0; border-bottom: 1px solid var(--line); font-size: .94rem;
      animation: come .4s ease-out;
    }
    li:last-child { border: 0; }
    li::before { content: ''; width: .6rem; height: .6rem; border: 2px solid var(--soft); border-radius: 50%; }
    .mine::before { border-color: var(--accent); background: var(--accent); }
    time { color: var(--soft); font-size: .86rem; white-space: nowrap; }
    @keyframes come { from { opacity: 0; transform: translateY(-6px); } }
  `;

  #lines = [];
  #products = new Map();
  #adds;
  #mine = new Map();
  #isPastWanted = false;
  #shop;

  build() {
    this.show();
  }

  follow(shop, who) {
    this.#shop = shop;
    this.#lines = [];
    this.#adds = undefined;
    this.#mine = new Map();
    this.#isPastWanted = false;
    this.show();
    const timer = setInterval(() => { this.show(); this.#remember(shop, who).catch(reportError); }, OFTEN);
    return [
      onCatalog(shop, products => { this.#products = products; this.show(); }),
      shop.live([`user/${who.id}`], message => this.#own(message, who)),
      shop.live(['view/top-products'], ({ event }) => this.#counted(event.data)),
      () => clearInterval(timer),
    ];
  }

  #own({ kind, event }, who) {
    if (kind !== 'change') {
      this.#isPastWanted = event.data.version > 0;
      this.#remember(this.#shop, who).catch(reportError);
      return;
    }
    if (event.type === 'product-added-to-cart') {
      const { product_id: id } = event.data;
      this.#mine.set(id, (this.#mine.get(id) ?? 0) + 1);
    }
    this.#tell([own(event)]);
  }

  /** What the shopper did before the page was there; asked for again until there is an answer. */
  async #remember(shop, who) {
    if (!this.#isPastWanted) {
      return;
    }
    this.#isPastWanted = false;
    try {
      const { events } = await shop.request(`/subjects/user/${encodeURIComponent(who.id)}/events?limit=${SHOWN}`);
      if (shop === this.#shop) {
        this.#tell(events.map(own));
      }
    } catch (failure) {
      this.#isPastWanted = failure instanceof Unavailable && shop === this.#shop;
      if (!(failure instanceof Unavailable)) {
        throw failure;
      }
    }
  }

  /** How often each product was added by now: what has grown since, and not by the shopper, others did. */
  #counted({ rows, as_of: time }) {
    const before = this.#adds;
    this.#adds = new Map(rows.map(({ product_id: id, adds }) => [id, adds]));
    const news = !before ? [] : [...this.#adds].map(([id, adds]) => this.#grown(id, adds - (before.get(id) ?? 0), time));
    this.#tell(news.filter(Boolean));
  }

  #grown(id, more, time) {
    const mine = Math.min(Math.max(more, 0), this.#mine.get(id) ?? 0);
    this.#mine.set(id, (this.#mine.get(id) ?? 0) - mine);
    return more > mine && { id: `${id} ${time}`, time, words: name => others(more - mine, name(id)) };
  }

  #tell(lines) {
    const known = new Map([...this.#lines, ...lines.filter(Boolean)].map(line => [line.id, line]));
    this.#lines = [...known.values()].sort((one, other) => Date.parse(other.time) - Date.parse(one.time)).slice(0, SHOWN);
    this.show();
  }

  show() {
    const name = id => this.#products.get(id)?.name ?? id;
    this.draw(card({ title: 'Right now' }, h('ul', {}, this.#lines.map(({ id, time, words, isMine }) =>
      h('li', { 'data-key': id, class: isMine && 'mine' }, h('span', {}, words(name)),
        h('time', { datetime: time }, this.#ago(time))))),
    this.#lines.length === 0
      && h('p', { class: 'soft idle' }, this.isAway ? `${this.trouble} What happens shows as soon as there is an answer.`
      : this.#adds ? 'Quiet. What you and others do is told here, the moment it happens.' : 'Listening…')));
  }

  #ago(time) {
    const seconds = Math.min(0, Math.round((Date.parse(time) - (this.#shop?.now() ?? Date.now())) / 1000));
    return seconds > -5 ? 'now' : seconds > -60 ? ago.format(seconds, 'second') : seconds > -3600
      ? ago.format(Math.round(seconds / 60), 'minute')
      : ago.format(Math.round(seconds / 3600), 'hour');
  }
}

const own = ({ id, type, time, data }) => WORDS[type] && { id, time, isMine: true, words: name => WORDS[type](data, name) };

customElements.define('live-activity', LiveActivity);
