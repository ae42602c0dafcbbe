import { areShared, locks } from './locks.js';
import { NONE, earlier } from './offsets.js';
import { folded } from './state.js';

// why wait: what every tab has seen must be known before a stream is taken up where the last of them needs it.
const GATHERING = 150;

/** In the one tab of a browser that has the streams: follows what all tabs want, one stream a filter, and tells them all. */
export class Leader {
  #lockOf;
  #connect;
  #tell;
  #wants = new Map();
  #feeds = new Map();
  #timer;

  /** `tell` takes a message to all tabs, this one included; a tab is gone when the lock `lockOf(tab)` is free. */
  constructor({ lockOf, connect, tell }) {
    this.#lockOf = lockOf;
    this.#connect = connect;
    this.#tell = tell;
    this.#timer = setTimeout(() => this.#ready(), GATHERING);
  }

  /** A tab says all that it wants from now on, and what it has: [{filter, channels: [{channel, offset, state}]}]. */
  wanted({ tab, wants }) {
    const isNew = !this.#wants.has(tab);
    this.#wants.set(tab, wants);
    if (isNew && areShared) {
      locks.request(this.#lockOf(tab), () => this.#gone(tab)).catch(reportError);
    }
    if (!this.#timer) {
      this.#follow(tab, wants);
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.#feeds.forEach(feed => feed.stream?.close());
    this.#feeds.clear();
    this.#wants.clear();
  }

  #ready() {
    this.#timer = undefined;
    for (const { filter, channels } of [...this.#wants.values()].flat()) {
      const { states } = this.#feed(filter);
      for (const { channel, offset, state } of channels.filter(one => one.state)) {
        states.set(channel, { id: offset, event: state });
      }
    }
    this.#wants.forEach((wants, tab) => this.#follow(tab, wants));
  }

  #gone(tab) {
    this.#wants.delete(tab);
    this.#drop();
  }

  #follow(tab, wants) {
    for (const { filter, channels } of wants) {
      const feed = this.#feed(filter);
      const shown = channels.filter(one => one.offset === NONE && this.#show(feed, one.channel, tab));
      shown.forEach(one => { one.offset = undefined; });
      const isOpen = channels.every(one => one.offset !== NONE && feed.stream?.offsets.has(one.channel));
      if (!isOpen) {
        this.#open(feed);
      }
      this.#tell({ type: 'status', key: feed.key, status: feed.status });
    }
    this.#drop();
  }

  #feed(filter) {
    const key = JSON.stringify(filter);
    if (!this.#feeds.has(key)) {
      this.#feeds.set(key, { key, filter, states: new Map(), status: 'connecting' });
    }
    return this.#feeds.get(key);
  }

  /** Shows a tab that comes later what there is; false where that is not known. */
  #show({ key, states }, channel, tab) {
    const state = states.get(channel);
    if (state) {
      this.#tell({ type: 'message', key, to: tab, channel, kind: 'state', ...state });
    }
    return Boolean(state);
  }

  /** A stream of all channels that any tab wants, each from where nobody misses anything. */
  #open(feed) {
    const wanted = this.#wanted(feed);
    const offsets = new Map();
    for (const { channel } of wanted) {
      const asked = wanted.filter(one => one.channel === channel).map(one => one.offset);
      const reached = feed.stream?.offsets.get(channel) ?? NONE;
      const from = [reached, ...reached === NONE ? asked : []].filter(offset => offset && offset !== NONE);
      offsets.set(channel, asked.includes(NONE) || from.length === 0 ? NONE : from.reduce(earlier));
    }
    wanted.filter(one => one.offset === NONE).forEach(one => { one.offset = undefined; });
    feed.stream?.close();
    feed.stream = this.#connect({ filter: feed.filter, offsets, hear: news => this.#hear(feed, news) });
  }

  #wanted({ key }) {
    return [...this.#wants.values()].flat().filter(({ filter }) => JSON.stringify(filter) === key)
      .flatMap(({ channels }) => channels);
  }

  #hear(feed, news) {
    const { key, states } = feed;
    if (news.status) {
      feed.status = news.status;
      this.#tell({ type: 'status', key, status: news.status });
    } else if (news.problem) {
      this.#tell({ type: 'problem', problem: news.problem });
    } else {
      const event = folded(states.get(news.channel)?.event, news.event, feed.filter);
      if (event) {
        states.set(news.channel, { id: news.id, event });
      }
      this.#tell({ type: 'message', key, ...news });
    }
  }

  /** Ends the streams that nobody wants any longer. */
  #drop() {
    for (const feed of [...this.#feeds.values()].filter(one => this.#wanted(one).length === 0)) {
      feed.stream?.close();
      this.#feeds.delete(feed.key);
    }
  }
}
