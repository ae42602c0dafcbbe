/** Where a front end sends events and follows subjects; the tabs of a browser share one stream and one outbox. */
export declare class Cartwright {
  constructor(options: Options);

  /**
   * Sends an event. Resolves when the server has it for good (`stored: false`), or when it is kept in this browser because
   * it cannot be sent now (`stored: true`); it is then sent later, with the same id, by whatever tab is open with the same identity.
   * Rejects with `Refused` where the server never takes it, and with `OutboxFull` where nothing more can be kept.
   */
  emit(type: string, data: unknown, options?: EmitOptions): Promise<{ id: string; time: string; stored: boolean }>;

  /**
   * Follows subjects such as `user/456` and views such as `view/top-products`: the handler gets the state of each, then
   * each message in order, once. Returns what ends it.
   */
  live(channels: string[], handler: (message: Message) => void, filter?: Filter): () => void;

  /** A request with the token, answered in JSON. Rejects with `Refused` or `Unavailable`. */
  request(path: string, init?: RequestInit): Promise<any>;

  /** Calls with how the streams are, now and whenever that changes. Returns what ends it. */
  onStatus(callback: (status: Status) => void): () => void;

  /** Calls with what the server refuses for good, of any tab: an event, which is dropped, or where there is none a stream or token. */
  onProblem(callback: (refusal: { problem: Problem; event?: CloudEvent }) => void): () => void;

  /** How many events of this identity wait in this browser to be sent. */
  readonly waiting: number;

  /** The server's time, as near as its answers tell. */
  now(): Date;

  /** Ends everything; what waits in the outbox stays there. */
  close(): void;
}

export interface Options {
  /** Where the server is; without it, where the page is from. */
  url?: string;
  /** The CloudEvents source of what is sent, such as `/shop`. */
  source: string;
  /**
   * The bearer token to show, or null; of the event that it is wanted for, if any. `rejected` is one that the server does
   * not take any longer. It is asked before each request and each stream, so it answers from memory while it can: with a
   * client of the shop's OpenID Connect issuer (here oidc-client-ts), whose address is the server's
   * `CARTWRIGHT_IDENTITY_ISSUER`, and which issues for the audience `CARTWRIGHT_IDENTITY_AUDIENCE`,
   * `token: async (event, rejected) => (rejected ? await users.signinSilent() : await users.getUser())?.access_token ?? null`.
   * Who signs in with another identity closes this client and makes another with that `identity`.
   */
  token?: (event?: CloudEvent, rejected?: string | null) => Promise<string | null>;
  /** Whose token it is: only tabs of the same identity share streams, and send what waits. */
  identity?: string;
  /** How much is kept while it cannot be sent; beyond it `emit` rejects. 1000 events and 2,000,000 characters if nothing is said. */
  outbox?: { maxEvents?: number; maxLength?: number };
  /**
   * How streams come: as server-sent events if nothing is said, or over a WebSocket, and over that as server-sent events,
   * too, where none gets through. Either way the same is told.
   */
  transport?: 'sse' | 'websocket';
}

export interface EmitOptions {
  /** `kind/id`; without it the server takes it from the data. */
  subject?: string;
  /** The token of the guest that signs in, of the event `guest-signed-in`. */
  guest?: string;
  /** A W3C traceparent; without it a trace begins here. */
  trace?: string;
}

/** What changes a stream brings; states and resets always come. */
export interface Filter {
  types?: string[];
  /** A CloudEvents SQL expression over attributes and the top-level fields of the data. */
  where?: string;
}

export type Status = 'connecting' | 'live' | 'offline';

export interface Message {
  /** The offset in its channel: `epoch-number`. */
  id: string;
  /**
   * A `state` tells everything, as each message of a view does; a `reset` is a state after something that was missed and
   * cannot be told any more.
   */
  kind: 'state' | 'change' | 'reset';
  channel: string;
  /**
   * An event of the subject as it was accepted, or one that tells what has become of the channel. The `data` of these:
   * `subject-state` has all of a subject, {subject, version, position, time, properties}, as `GET /subjects/…` answers;
   * `subject-changed` and, after an event that came late, `subject-corrected` what is another now, {subject, version,
   * position, time, changed: {property: value}, removed: [property]}; `view-changed` all of a view, {name, as_of, rows}, as
   * `GET /views/…` answers.
   */
  event: CloudEvent;
}

export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject?: string;
  time?: string;
  data?: any;
  [extension: string]: any;
}

/** RFC 9457. */
export interface Problem {
  status: number;
  title?: string;
  detail?: string;
  field?: string;
  server_time?: string;
  errors?: { field: string; message: string }[];
}

export declare class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly event?: CloudEvent;
}

export declare class Unavailable extends Error {
  readonly status?: number;
  readonly retryAfter: number;
}

export declare class OutboxFull extends Error {}
