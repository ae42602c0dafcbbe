import { backoff } from './backoff.js';
import { Refused } from './errors.js';
import { isTransient, problem, retryAfter } from './http.js';
import { locks } from './locks.js';

const MOST_EVENTS = 100;
// why: a browser lets all requests that outlive a page have 64 KiB together.
const MOST_BYTES = 60_000;
const UNAUTHORIZED = 401;
const bytes = text => new TextEncoder().encode(text).length;

/** Sends what is in the outbox: one tab at a time, oldest first, again with the same id until it is accepted or refused. */
export class Sender {
  #http;
  #token;
  #outbox;
  #tell;
  #lock;
  #waiting = new Map();
  #sending = new Set();
  #failures = 0;
  #keptAlive = 0;
  #most = MOST_EVENTS;
  #badToken = null;
  #timer;
  #aloneUntil = 0;
  #running = false;
  #again = false;
  #stopped = false;
  #work = Promise.resolve();

  /** `tell` is told of each outcome: {id} or {id, problem, event}. */
  constructor({ name, http, token, outbox, tell }) {
    this.#http = http;
    this.#token = token;
    this.#outbox = outbox;
    this.#tell = tell;
    this.#lock = `cartwright:send:${name}`;
  }

  /** Of an event that is in the outbox: resolves when it was accepted (true), or could not be sent for now. */
  outcome(id) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.kick();
    });
  }

  /** Something changed: there may be a way now. */
  kick(failures = this.#failures) {
    this.#failures = failures;
    clearTimeout(this.#timer);
    if (this.#stopped) {
      this.#putOff();
      return;
    }
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#work = locks.request(this.#lock, () => this.#drain()).catch(reportError).finally(() => {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        this.kick();
      }
    });
  }

  /** Some tab, maybe this one, knows what became of an event. */
  settle({ id, problem: refusal, event }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (refusal) {
      waiting?.reject(new Refused(refusal, event));
    } else {
      waiting?.resolve(true);
    }
  }

  /** Sends what fits into the room that a page has when it is left; whatever comes of it, it stays in the outbox. */
  async leave() {
    const left = this.#outbox.entries().filter(entry => !this.#sending.has(entry.event.id));
    if (left.length > 0) {
      const batch = await this.#batch(left, MOST_BYTES - this.#keptAlive);
      if (batch.entries.length > 0) {
        this.#post(batch).catch(() => {});
      }
    }
  }

  /** Begins nothing new, and resolves when nothing is on its way any more; what is not settled stays in the outbox. */
  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#work;
    this.#putOff();
  }

  async #drain() {
    while (!this.#stopped) {
      const entries = this.#outbox.entries();
      if (entries.length === 0) {
        this.#failures = 0;
        return;
      }
      const wait = Math.max(0, this.#aloneUntil - performance.now()) || await this.#attempt(entries);
      if (wait > 0) {
        this.#keepWaiting(wait);
        return;
      }
    }
  }

  /** Milliseconds until it is worth to try again; 0 where something was settled. */
  async #attempt(entries) {
    if (navigator.onLine === false) {
      return backoff(++this.#failures);
    }
    try {
      const batch = await this.#batch(entries, MOST_BYTES);
      if (batch.token === this.#badToken) {
        return backoff(++this.#failures);
      }
      const answer = await this.#post(batch);
      const wait = await this.#read(answer, batch);
      this.#failures = wait > 0 ? this.#failures + 1 : 0;
      // why kept: whatever happens meanwhile, a server that asks for a pause gets it.
      this.#aloneUntil = performance.now() + wait;
      return wait > 0 ? Math.max(wait, backoff(this.#failures)) : 0;
    } catch (failure) {
      return backoff(++this.#failures);
    }
  }

  /** The oldest entries that may go together: of one sender, and not too many. At least one, where there is room. */
  async #batch(entries, room) {
    const batch = { entries: [], token: undefined, guest: entries[0].guest, length: 2 };
    for (const entry of entries.slice(0, this.#most)) {
      const token = await this.#token(entry.event, this.#badToken) ?? undefined;
      const length = bytes(JSON.stringify(entry.event)) + 1;
      const fits = batch.length + length <= room || batch.entries.length === 0 && room === MOST_BYTES;
      const same = batch.entries.length === 0 || token === batch.token && entry.guest === batch.guest;
      if (!fits || !same) {
        break;
      }
      batch.token = token;
      batch.length += length;
      batch.entries.push(entry);
    }
    return batch;
  }

  async #post(batch) {
    const ids = batch.entries.map(entry => entry.event.id);
    const keepalive = this.#keptAlive + batch.length <= MOST_BYTES;
    const kept = keepalive ? batch.length : 0;
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    if (batch.guest) {
      headers['cartwright-guest'] = batch.guest;
    }
    ids.forEach(id => this.#sending.add(id));
    this.#keptAlive += kept;
    batch.sent = Date.now();
    try {
      return await this.#http.fetch('/events', { method: 'POST', keepalive, headers, token: batch.token,
        body: JSON.stringify(batch.entries.map(entry => entry.event)) });
    } finally {
      ids.forEach(id => this.#sending.delete(id));
      this.#keptAlive -= kept;
    }
  }

  async #read(answer, batch) {
    if (answer.status === 207) {
      const items = await answer.json();
      const waits = batch.entries.map((entry, i) => this.#item(entry, items[i].status, items[i].problem, batch));
      return waits.includes(false) ? retryAfter(answer) || 1 : 0;
    }
    if (answer.ok) {
      // why read: a browser counts an answer that nobody reads as broken off.
      answer.text().catch(() => {});
      this.#most = MOST_EVENTS;
      batch.entries.forEach(entry => this.#done(entry));
      return 0;
    }
    if (answer.status === UNAUTHORIZED) {
      return this.#unauthorized(batch, await problem(answer));
    }
    if (isTransient(answer.status)) {
      return retryAfter(answer) || 1;
    }
    if (batch.entries.length > 1) {
      // why: something in it spoils the whole request, and the others need not suffer for it.
      this.#most = 1;
      return 0;
    }
    this.#item(batch.entries[0], answer.status, await problem(answer), batch);
    return 0;
  }

  /** False where it must be sent again later. */
  #item(entry, status, refusal, batch) {
    if (status < 300) {
      this.#done(entry);
    } else if (isTransient(status)) {
      return false;
    } else if (refusal?.server_time && !entry.retimed) {
      const now = Date.parse(refusal.server_time);
      this.#http.clock.observe(now, now, batch.sent);
      entry.event.time = new Date(this.#http.clock.stamp(entry.event.subject)).toISOString();
      this.#outbox.put({ ...entry, retimed: true });
    } else {
      this.#done(entry, refusal ?? { status });
    }
    return true;
  }

  /** The token function is asked again each time, and only another token is shown again. */
  #unauthorized(batch, refusal) {
    const another = this.#badToken !== batch.token;
    this.#badToken = batch.token;
    if (another) {
      this.#tell({ problem: refusal });
    }
    return 1;
  }

  #done(entry, refusal) {
    const { event } = entry;
    const outcome = refusal ? { id: event.id, problem: refusal, event } : { id: event.id };
    if (!refusal) {
      this.#http.clock.saw(event.subject, event.time);
    }
    // why first: who dies in between leaves an event that is sent once more, and counts once.
    this.#tell(outcome);
    this.#outbox.remove(event.id);
  }

  #keepWaiting(wait) {
    this.#putOff();
    this.#timer = setTimeout(() => this.kick(), wait);
  }

  #putOff() {
    this.#waiting.forEach(waiting => waiting.resolve(false));
    this.#waiting.clear();
  }
}
