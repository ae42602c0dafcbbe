import { Leader } from './leader.js';
import { areShared, locks } from './locks.js';
import { NONE, isNews } from './offsets.js';
import { folded } from './state.js';

/** What this tab follows. One tab of the browser has the streams, and tells the others; if it closes, another one has them. */
export class Tab {
  #id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  #name;
  #connect;
  #channel;
  #leader;
  #feeds = new Map();
  #onStatus;
  #onProblem;
  #ending = new AbortController();

  constructor({ name, connect, onStatus, onProblem }) {
    this.#name = name;
    this.#connect = connect;
    this.#onStatus = onStatus;
    this.#onProblem = onProblem;
    if (areShared) {
      this.#channel = new BroadcastChannel(`cartwright:live:${name}`);
      this.#channel.onmessage = ({ data }) => this.#hear(data);
    }
    const ended = new Promise(resolve => this.#ending.signal.addEventListener('abort', resolve, { once: true }));
    // why first: a leader that finds this lock free takes this tab for gone.
    locks.request(this.#lockOf(this.#id), () => {
      this.#lead(ended);
      this.#want();
      return ended;
    }).catch(reportError);
  }

  /** Calls the handler with the state of each channel, then with what happens to it, until what it returns is called. */
  follow(channels, handler, filter) {
    const key = JSON.stringify(filter);
    if (!this.#feeds.has(key)) {
      this.#feeds.set(key, { filter, status: 'connecting', seen: new Map(), followers: new Set() });
    }
    const feed = this.#feeds.get(key);
    const follower = { channels: new Set(channels), handler };
    feed.followers.add(follower);
    for (const channel of channels) {
      const { offset, state } = feed.seen.get(channel) ?? {};
      if (state) {
        queueMicrotask(() => this.#give(feed, follower, { channel, kind: 'state', id: offset, event: state }));
      } else {
        feed.seen.set(channel, { offset: NONE });
      }
    }
    this.#want();
    return () => this.#leave(feed, key, follower);
  }

  close() {
    this.#leader?.close();
    this.#feeds.clear();
    this.#ending.abort();
    this.#channel?.close();
  }

  #leave(feed, key, follower) {
    if (this.#ending.signal.aborted) {
      return;
    }
    feed.followers.delete(follower);
    for (const channel of follower.channels) {
      if (![...feed.followers].some(other => other.channels.has(channel))) {
        feed.seen.delete(channel);
      }
    }
    if (feed.followers.size === 0) {
      this.#feeds.delete(key);
    }
    this.#want();
  }

  #lockOf(tab) {
    return `cartwright:tab:${this.#name}:${tab}`;
  }

  #lead(ended) {
    locks.request(`cartwright:lead:${this.#name}`, { signal: this.#ending.signal }, () => {
      this.#leader = new Leader({ lockOf: tab => this.#lockOf(tab), connect: this.#connect,
        tell: news => this.#tell(news) });
      this.#tell({ type: 'leader' });
      return ended;
    }).catch(failure => {
      if (failure.name !== 'AbortError') {
        reportError(failure);
      }
    });
  }

  #want() {
    if (this.#ending.signal.aborted) {
      return;
    }
    const wants = [...this.#feeds.values()].map(({ filter, seen }) => ({
      filter, channels: [...seen].map(([channel, { offset, state }]) => ({ channel, offset, state })),
    }));
    const news = { type: 'want', tab: this.#id, wants };
    if (this.#leader) {
      this.#leader.wanted(news);
    } else {
      this.#channel?.postMessage(news);
    }
  }

  #tell(news) {
    if (this.#ending.signal.aborted) {
      return;
    }
    if (!news.to || news.to !== this.#id) {
      this.#channel?.postMessage(news);
    }
    this.#hear(news);
  }

  #hear(news) {
    switch (news.type) {
      case 'leader': this.#want(); break;
      case 'want': this.#leader?.wanted(news); break;
      case 'status': this.#status(news); break;
      case 'problem': this.#onProblem(news.problem); break;
      default: this.#message(news);
    }
  }

  #message({ key, to, channel, kind, id, event }) {
    const feed = this.#feeds.get(key);
    const seen = feed?.seen.get(channel);
    if (!seen || to && to !== this.#id || kind !== 'reset' && !isNews(id, seen.offset)) {
      return;
    }
    feed.seen.set(channel, { offset: id, state: folded(seen.state, event, feed.filter) });
    for (const follower of feed.followers) {
      this.#give(feed, follower, { channel, kind, id, event });
    }
  }

  #give(feed, follower, message) {
    if (feed.followers.has(follower) && follower.channels.has(message.channel)) {
      try {
        follower.handler(message);
      } catch (failure) {
        reportError(failure);
      }
    }
  }

  #status({ key, status }) {
    const feed = this.#feeds.get(key);
    if (feed) {
      feed.status = status;
      const all = new Set([...this.#feeds.values()].map(one => one.status));
      this.#onStatus(all.has('offline') ? 'offline' : all.has('connecting') ? 'connecting' : 'live');
    }
  }
}
