const sheets = new Map();

function sheet(css) {
  if (!sheets.has(css)) {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return sheets.get(css);
}

/** A part of a page: draws itself, hears of the others by DOM events, and follows what it shows. */
export class PageElement extends HTMLElement {
  /** The style of all parts of the page, and of this one. */
  static common = '';
  static css = '';
  #ending;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.adoptedStyleSheets = [sheet(this.constructor.common), sheet(this.constructor.css)];
  }

  connectedCallback() {
    this.#ending = new AbortController();
    this.build();
    let stops = [];
    const stop = () => { stops.forEach(one => one()); stops = []; };
    const forget = this.onSession((...session) => {
      stop();
      stops = this.follow(...session) ?? [];
    });
    this.#ending.signal.addEventListener('abort', () => { stop(); forget(); });
  }

  disconnectedCallback() {
    this.#ending.abort();
  }

  /** Calls with the page's session, now and whenever it is another. Returns what ends it. */
  onSession() { return () => {}; }

  /** Draws what is there from the beginning. */
  build() {}

  /** Follows what it shows of a session; returns what ends it. */
  follow() { return []; }

  /** Hears what another part of the page tells. */
  hear(name, callback) {
    document.addEventListener(name, ({ detail }) => callback(detail), { signal: this.#ending.signal });
  }

  /** Tells the other parts of the page. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
