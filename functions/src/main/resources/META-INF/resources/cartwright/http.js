import { Refused, Unavailable } from './errors.js';

const DEADLINE = 20_000;
const TRANSIENT = new Set([408, 425, 429]);

/** True of an answer after which the same request may succeed. */
export const isTransient = status => status >= 500 || TRANSIENT.has(status);

/** Requests to one server that show a token and learn its time. */
export class Http {
  constructor(url, clock) {
    this.url = url.replace(/\/$/, '');
    this.clock = clock;
  }

  /** The answer, whatever its status. */
  async fetch(path, { token, headers = {}, deadline = DEADLINE, signal, ...init } = {}) {
    const sent = Date.now();
    const timeout = deadline ? AbortSignal.timeout(deadline) : undefined;
    try {
      const answer = await fetch(this.url + path, {
        ...init, signal: signal ?? timeout, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer',
        headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
      });
      this.clock.observeDate(answer.headers.get('date'), sent);
      return answer;
    } catch (cause) {
      throw new Unavailable('there is no answer', { cause });
    }
  }

  /** The JSON of a good answer. */
  async json(path, options) {
    const answer = await this.fetch(path, options);
    if (!answer.ok) {
      throw await failure(answer);
    }
    return answer.json();
  }
}

/** What a bad answer says. */
export async function failure(answer) {
  if (isTransient(answer.status)) {
    return new Unavailable(`the server answers ${answer.status}`, { status: answer.status, retryAfter: retryAfter(answer) });
  }
  return new Refused(await problem(answer));
}

/** Of an answer in milliseconds; 0 where it does not say. */
export function retryAfter(answer) {
  const seconds = Number(answer.headers.get('retry-after'));
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

export async function problem(answer) {
  const nothing = { status: answer.status, title: answer.statusText };
  try {
    return { ...nothing, ...await answer.json() };
  } catch {
    return nothing;
  }
}
