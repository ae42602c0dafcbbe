const REMEMBERED = 200;

/** The server's time, as near as its answers tell it; every stamp is later than the one before and than all that was seen. */
export class Clock {
  #offset = 0;
  #last = 0;
  #seen = new Map();

  now() {
    return Date.now() + this.#offset;
  }

  /** Learns from an answer: the server's time was somewhere in [from, to] while the request was under way. */
  observe(from, to, sent, received = Date.now()) {
    const least = from - received;
    const most = to - sent;
    if (Number.isFinite(least) && Number.isFinite(most)) {
      this.#offset = Math.max(least, Math.min(most, this.#offset));
      this.#last = Math.min(this.#last, Math.floor(this.now()));
    }
  }

  /** A Date header tells whole seconds only. */
  observeDate(header, sent) {
    const date = Date.parse(header ?? '');
    this.observe(date, date + 999, sent);
  }

  /** Of something that the server told of the subject: what is stamped for it from now on is later. */
  saw(subject, time) {
    const millis = Date.parse(time ?? '');
    if (millis > (this.#seen.get(subject) ?? 0)) {
      this.#seen.delete(subject);
      this.#seen.set(subject, millis);
      if (this.#seen.size > REMEMBERED) {
        this.#seen.delete(this.#seen.keys().next().value);
      }
    }
  }

  /** Milliseconds for a new event; no two stamps are the same. */
  stamp(subject) {
    const seen = (this.#seen.get(subject) ?? -1) + 1;
    this.#last = Math.max(Math.floor(this.now()), seen, this.#last + 1);
    return this.#last;
  }
}
