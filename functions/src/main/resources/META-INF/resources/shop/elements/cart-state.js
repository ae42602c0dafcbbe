/** What is in a cart: what the server tells, and what this browser has sent that it does not tell yet. */
export class CartState {
  #told;
  #asOf = 0;
  #sent = new Set();

  get isKnown() {
    return this.#told !== undefined;
  }

  /** Pieces by product. */
  get pieces() {
    let pieces = new Map(Object.entries(this.#told ?? {}));
    for (const { product, pieces: more, empties } of this.#sent) {
      pieces = empties ? new Map() : pieces.set(product, (pieces.get(product) ?? 0) + more);
    }
    return new Map([...pieces].filter(([, count]) => count > 0));
  }

  /** {product, pieces} or {empties: true}, shown at once. */
  add(change) {
    this.#sent.add(change);
  }

  /** It went out, or waits to, as this event. */
  sent(change, { id, time }) {
    Object.assign(change, { id, time: Date.parse(time) });
    this.#settle();
  }

  remove(change) {
    this.#sent.delete(change);
  }

  /** The event of this id will never be taken. */
  refused(id) {
    this.unsettled.filter(change => change.id === id).forEach(change => this.#sent.delete(change));
  }

  /** What was sent and is not told yet. */
  get unsettled() {
    return [...this.#sent].filter(({ id }) => id);
  }

  /** What another tab has sent. */
  learn(changes) {
    const known = new Set(this.unsettled.map(({ id }) => id));
    changes.filter(({ id }) => !known.has(id)).forEach(change => this.#sent.add(change));
    this.#settle();
  }

  /** A message of the shopper's channel. */
  news({ type, data }) {
    if (type === 'subject-state') {
      this.#told = data.properties?.cart ?? {};
    } else if (type === 'subject-changed') {
      this.#told = data.removed?.includes('cart') ? {} : data.changed?.cart ?? this.#told;
    } else {
      return;
    }
    this.#asOf = Date.parse(data.time ?? '') || 0;
    this.#settle();
  }

  /** What was sent is later than all that the page had seen, so what the server tells as of then holds it. */
  #settle() {
    [...this.#sent].filter(({ time }) => time <= this.#asOf).forEach(change => this.#sent.delete(change));
  }
}
