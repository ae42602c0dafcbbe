import { Clock } from './cartwright/clock.js';
import { OutboxFull, Refused, Unavailable } from './cartwright/errors.js';
import { byEvents } from './cartwright/events.js';
import { Http } from './cartwright/http.js';
import { traceparent, uuid7 } from './cartwright/ids.js';
import { areShared } from './cartwright/locks.js';
import { Outbox } from './cartwright/outbox.js';
import { Sender } from './cartwright/sender.js';
import { bySocket } from './cartwright/socket.js';
import { Stream } from './cartwright/stream.js';
import { Tab } from './cartwright/tab.js';

export { OutboxFull, Refused, Unavailable };

const TRANSPORTS = { sse: byEvents, websocket: bySocket };

/** A shop's way to its functions: events out, state in. What each member promises stands in cartwright.d.ts. */
export class Cartwright {
  #token;
  #source;
  #clock = new Clock();
  #http;
  #outbox;
  #sender;
  #tab;
  #channel;
  #listeners = { status: new Set(), problem: new Set() };
  #status = 'connecting';
  #ending = new AbortController();

  constructor({ url = '', token = async () => null, source, identity = '', outbox, transport = 'sse' } = {}) {
    if (!source) {
      throw new TypeError('source is required: where events come from, such as /shop');
    }
    const messages = TRANSPORTS[transport];
    if (!messages) {
      throw new TypeError(`transport is one of ${Object.keys(TRANSPORTS).join(', ')}`);
    }
    this.#token = token;
    this.#source = source;
    this.#http = new Http(url, this.#clock);
    // why the identity: nobody's events are sent with another's token.
    const name = `${url}:${identity}`;
    this.#outbox = new Outbox(name, outbox);
    this.#sender = new Sender({ name, http: this.#http, token, outbox: this.#outbox, tell: news => this.#settled(news) });
    this.#tab = new Tab({
      name,
      connect: wish => new Stream({ http: this.#http, token, messages, ...wish }),
      onStatus: status => this.#hasStatus(status),
      onProblem: problem => this.#tell('problem', { problem }),
    });
    if (areShared) {
      this.#channel = new BroadcastChannel(`cartwright:sent:${name}`);
      this.#channel.onmessage = ({ data }) => this.#hear(data);
    }
    const { signal } = this.#ending;
    addEventListener('online', () => this.#sender.kick(0), { signal });
    addEventListener('pagehide', () => this.#sender.leave().catch(reportError), { signal });
    this.#sender.kick();
  }

  async emit(type, data, { subject, guest, trace = traceparent() } = {}) {
    const millis = this.#clock.stamp(subject);
    const event = {
      specversion: '1.0', id: uuid7(millis), source: this.#source, type, time: new Date(millis).toISOString(),
      ...subject && { subject }, datacontenttype: 'application/json', traceparent: trace, data,
    };
    this.#outbox.put({ event, guest });
    return { id: event.id, time: event.time, stored: !await this.#sender.outcome(event.id) };
  }

  live(channels, handler, { types, where } = {}) {
    return this.#tab.follow(channels, handler, { types, where });
  }

  async request(path, init = {}) {
    return this.#http.json(path, { token: await this.#token() ?? undefined, ...init });
  }

  onStatus(callback) {
    callback(this.#status);
    return this.#listen('status', callback);
  }

  onProblem(callback) {
    return this.#listen('problem', callback);
  }

  get waiting() {
    return this.#outbox.size;
  }

  now() {
    return new Date(this.#clock.now());
  }

  close() {
    this.#ending.abort();
    this.#tab.close();
    // why last: another client may wait for the outcome of what is on its way.
    this.#sender.stop().finally(() => this.#channel?.close());
  }

  #settled(outcome) {
    this.#channel?.postMessage(outcome);
    this.#hear(outcome);
  }

  #hear(outcome) {
    if (outcome.problem) {
      this.#tell('problem', outcome);
    }
    if (outcome.id) {
      this.#sender.settle(outcome);
    }
  }

  #hasStatus(status) {
    if (status !== this.#status) {
      this.#status = status;
      this.#tell('status', status);
    }
  }

  #listen(kind, callback) {
    this.#listeners[kind].add(callback);
    return () => this.#listeners[kind].delete(callback);
  }

  #tell(kind, news) {
    for (const callback of this.#listeners[kind]) {
      try {
        callback(news);
      } catch (failure) {
        reportError(failure);
      }
    }
  }
}
