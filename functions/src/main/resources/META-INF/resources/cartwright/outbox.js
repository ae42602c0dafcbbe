import { OutboxFull } from './errors.js';

const ALL = 'cartwright:outbox:';
const idOf = key => key.slice(key.lastIndexOf(':') + 1);

/**
 * Events that have not been accepted yet, the oldest first; all tabs of the browser see the same. Each has a key of its
 * own in local storage, so that tabs that write at the same time take nothing from each other. Where the browser has no
 * room left, what others left there makes some, the oldest first: whoever does something now comes before.
 */
export class Outbox {
  #storage;
  #prefix;
  #maxEvents;
  #maxLength;

  constructor(name, { maxEvents = 1000, maxLength = 2_000_000 } = {}) {
    this.#storage = storage();
    this.#prefix = `${ALL}${name}:`;
    this.#maxEvents = maxEvents;
    this.#maxLength = maxLength;
  }

  /** Keeps the entry, in place of an earlier one of the same id. */
  put(entry) {
    const text = JSON.stringify(entry);
    const others = this.#keys().filter(key => key !== this.#prefix + entry.event.id);
    const length = others.reduce((sum, key) => sum + (this.#storage.getItem(key)?.length ?? 0), text.length);
    if (others.length >= this.#maxEvents || length > this.#maxLength) {
      throw new OutboxFull(`${others.length} events wait to be sent already: no more can be kept`);
    }
    this.#store(this.#prefix + entry.event.id, text);
  }

  #store(key, text) {
    const left = this.#keys(ALL).filter(other => !other.startsWith(this.#prefix))
      .sort((one, other) => idOf(one) < idOf(other) ? -1 : 1);
    for (;;) {
      try {
        this.#storage.setItem(key, text);
        return;
      } catch (cause) {
        if (left.length === 0) {
          throw new OutboxFull('this browser keeps no more events: its local storage is full or switched off', cause);
        }
        this.#storage.removeItem(left.shift());
      }
    }
  }

  remove(id) {
    this.#storage.removeItem(this.#prefix + id);
  }

  has(id) {
    return this.#storage.getItem(this.#prefix + id) !== null;
  }

  get size() {
    return this.#keys().length;
  }

  /** Ids begin with the time, so their order is that of the events. */
  entries() {
    return this.#keys().sort().map(key => this.#storage.getItem(key)).filter(text => text !== null)
      .map(text => JSON.parse(text));
  }

  #keys(prefix = this.#prefix) {
    const keys = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i));
    return keys.filter(key => key?.startsWith(prefix));
  }
}

/** Where a browser lets pages keep nothing, events are kept as long as the page. */
function storage() {
  try {
    localStorage.getItem('cartwright');
    return localStorage;
  } catch {
    const kept = new Map();
    return {
      get length() { return kept.size; },
      key: index => [...kept.keys()][index],
      getItem: key => kept.get(key) ?? null,
      setItem: (key, text) => kept.set(key, text),
      removeItem: key => kept.delete(key),
    };
  }
}
