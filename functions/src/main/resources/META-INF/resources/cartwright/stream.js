import { backoff, pause } from './backoff.js';
import { Refused } from './errors.js';
import { NONE } from './offsets.js';
import { isState } from './state.js';

// why three heartbeats: a stream on which nothing comes for so long is broken, whatever the browser thinks of it.
const SILENCE = 45_000;
const UNAUTHORIZED = 401;
const VIEW = 'view/';
const isView = channel => channel.startsWith(VIEW);

/** One stream from the server, taken up where it ended until it is closed. */
export class Stream {
  /** The last offset of each channel, in the order in which the server is asked for them. */
  offsets;
  #http;
  #token;
  #messages;
  #filter;
  #hear;
  #ending = new AbortController();

  /**
   * `messages` brings what the server says, {kind: 'open' | 'heartbeat' | 'reset' | 'end' | …, id, event, reason, retry}, by
   * one transport or another; `hear` gets {channel, kind, id, event}, or {status}, or {problem}.
   */
  constructor({ http, token, messages, filter, offsets, hear }) {
    this.#http = http;
    this.#token = token;
    this.#messages = messages;
    this.#filter = filter;
    this.offsets = new Map([...offsets].sort(([one], [other]) => isView(one) - isView(other)));
    this.#hear = hear;
    this.#run().catch(reportError);
  }

  close() {
    this.#ending.abort();
  }

  async #run() {
    let failures = 0;
    let badToken;
    const { signal } = this.#ending;
    this.#tell({ status: 'connecting' });
    while (!signal.aborted) {
      let wait;
      const token = await this.#token(undefined, badToken).catch(() => badToken) ?? undefined;
      try {
        const end = await this.#follow(token, () => { failures = 0; });
        badToken = end?.reason === 'token-expired' ? token : undefined;
        wait = end ? Math.random() * (end.retry ?? 1000) : backoff(++failures);
        this.#tell({ status: end ? 'connecting' : 'offline' });
      } catch (problem) {
        this.#tell({ status: 'offline' });
        badToken = problem.status === UNAUTHORIZED ? token : badToken;
        wait = Math.max(problem.retryAfter ?? 0, backoff(++failures));
        if (problem instanceof Refused) {
          this.#tell({ problem: problem.problem });
          // why so long: what is refused for good will hardly be granted soon, but a token may be renewed.
          wait = backoff(failures += 4);
        }
      }
      await awaited(wait, signal);
    }
  }

  /** What the server said when it ended the stream, if anything. */
  async #follow(token, onOpen) {
    const attempt = new AbortController();
    const { signal } = this.#ending;
    const abort = () => attempt.abort();
    signal.addEventListener('abort', abort, { once: true });
    // why: it may take a browser long to find out that a stream has no network under it.
    addEventListener('offline', abort, { signal: attempt.signal });
    let timer = setTimeout(abort, SILENCE);
    let isLive = false;
    try {
      for await (const message of this.#messages({ http: this.#http, query: this.#query(), token,
        signal: attempt.signal })) {
        clearTimeout(timer);
        timer = setTimeout(abort, SILENCE);
        if (message.kind === 'open') {
          onOpen();
        } else if (message.kind === 'end') {
          return message;
        } else if (message.event && !signal.aborted) {
          this.#message(message);
        } else if (message.id) {
          this.#reach(message.id);
        }
        // why not sooner: a server without its store opens streams, too, and has nothing to tell.
        if (!isLive && ![...this.offsets.values()].includes(NONE)) {
          isLive = true;
          this.#tell({ status: 'live' });
        }
      }
      return undefined;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      attempt.abort();
    }
  }

  #query() {
    const query = new URLSearchParams();
    for (const channel of this.offsets.keys()) {
      query.append(isView(channel) ? 'view' : 'subject', isView(channel) ? channel.slice(VIEW.length) : channel);
    }
    this.#filter.types?.forEach(type => query.append('type', type));
    if (this.#filter.where) {
      query.append('where', this.#filter.where);
    }
    if ([...this.offsets.values()].some(offset => offset !== NONE)) {
      query.append('after', [...this.offsets.values()].join('~'));
    }
    return query;
  }

  /** The id tells the offsets of all channels: the one that has moved is the message's. */
  #message({ kind: named, event, id }) {
    const now = id.split('~');
    const channels = [...this.offsets.keys()];
    const channel = this.offsets.has(event.subject) ? event.subject
      : channels.find((one, i) => now[i] !== this.offsets.get(one)) ?? channels[0];
    const first = this.offsets.get(channel) === NONE;
    this.#reach(id);
    const kind = !isState(event) ? 'change' : named === 'reset' && !first ? 'reset' : 'state';
    this.#http.clock.saw(event.subject, event.type.startsWith('subject-') ? event.data.time : event.time);
    this.#tell({ channel, kind, id: this.offsets.get(channel), event });
  }

  /** A heartbeat, too, tells how far the stream is, past what a filter has left out. */
  #reach(id) {
    const offsets = id.split('~');
    [...this.offsets.keys()].forEach((channel, i) => this.offsets.set(channel, offsets[i]));
  }

  #tell(news) {
    if (!this.#ending.signal.aborted) {
      this.#hear(news);
    }
  }
}

/** Waits; where the browser gets its network back, no longer than a moment. */
function awaited(millis, signal) {
  const sooner = new AbortController();
  const wake = () => sooner.abort();
  globalThis.addEventListener('online', wake, { once: true });
  signal.addEventListener('abort', wake, { once: true });
  return pause(millis, sooner.signal).finally(() => globalThis.removeEventListener('online', wake));
}
