/** The server refused a request for good; `problem` is its problem document (RFC 9457). */
export class Refused extends Error {
  constructor(problem, event) {
    super(problem.detail ?? problem.title ?? `refused with status ${problem.status}`);
    this.name = 'Refused';
    this.status = problem.status;
    this.problem = problem;
    this.event = event;
  }
}

/** There was no answer, or none that tells; the same request may succeed later. */
export class Unavailable extends Error {
  constructor(message, { cause, status, retryAfter = 0 } = {}) {
    super(message, { cause });
    this.name = 'Unavailable';
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** No more events can be kept until some that wait have been sent: nothing was kept of this one. */
export class OutboxFull extends Error {
  constructor(message, cause) {
    super(message, { cause });
    this.name = 'OutboxFull';
  }
}
