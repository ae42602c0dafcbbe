import { patch } from '/pages/drawing.js';
import { PageElement } from '/pages/page-element.js';
import { onBackend } from '../session.js';

const COMMON = `
  :host { display: block; color: var(--ink); font-family: var(--font); }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
  h2 { margin: 0; font-size: 1.2rem; font-weight: 650; letter-spacing: -.015em; }
  h3 { margin: 0; font-size: 1rem; font-weight: 650; letter-spacing: -.005em; }
  p, dl, dd { margin: 0; }
  ul, ol { margin: 0; padding: 0; list-style: none; }
  a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font; }
  button, input, select, textarea { font: inherit; color: inherit; }
  button { cursor: pointer; border: 0; background: none; }
  .card {
    height: 100%; padding: 1.5rem; border: 1px solid var(--line); border-radius: var(--round);
    background: var(--surface);
  }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem .75rem; margin-bottom: 1.1rem; }
  .head > :nth-child(2) { margin-left: auto; }
  .soft { color: var(--soft); font-size: .9rem; }
  .label { color: var(--soft); font-size: .8rem; }
  .number { font-variant-numeric: tabular-nums; }
  .mark { display: inline-flex; align-items: center; gap: .45em; font-weight: 600; }
  .mark svg { flex: none; width: 1.05em; height: 1.05em; }
  .good svg, svg.good { fill: var(--good); } .minor svg, svg.minor { fill: var(--minor); }
  .major svg, svg.major { fill: var(--major); } .critical svg, svg.critical { fill: var(--critical); }
  .unknown svg, svg.unknown { fill: var(--unknown); } .news svg, svg.news { fill: var(--news); }
  .note { padding: .7rem .9rem; border-radius: 10px; background: var(--raised); font-size: .92rem; }
  .note.bad { border-left: 4px solid var(--critical); }
  .primary, .quiet { min-height: 2.75rem; padding: .5rem 1.05rem; border-radius: 10px; font-weight: 600; }
  .primary { background: var(--accent); color: var(--accent-ink); }
  .quiet { border: 1px solid var(--edge); }
  .primary:hover, .quiet:hover { filter: brightness(1.08); border-color: var(--accent); }
  :disabled { opacity: .6; cursor: progress; }
  label { display: grid; gap: .3rem; font-size: .88rem; color: var(--soft); }
  input, select, textarea {
    min-height: 2.75rem; width: 100%; padding: .5rem .75rem; border: 1px solid var(--edge);
    border-radius: 10px; background: var(--ground); color: var(--ink);
  }
  .seen-only-by-readers {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .waits {
    height: 1rem; margin: .6rem 0; border-radius: 6px; background: var(--raised);
    animation: waits 1.6s infinite alternate ease-in-out;
  }
  .waits.short { width: 55%; }
  code { font: .92em var(--mono); }
  @keyframes waits { to { opacity: .45; } }
  @media (max-width: 40rem) { .card { padding: 1.1rem; } }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;

const OFTEN = 10_000;

/** A part of the dashboard. */
export class DashElement extends PageElement {
  static common = COMMON;

  onSession(callback) {
    return onBackend(callback);
  }

  build() {
    this.show();
  }

  /** Draws what is known. */
  show() {}

  /** Has each of these views heard and shown; and shows it again every ten seconds: what was a minute ago is two soon. */
  watch(backend, views) {
    const timer = setInterval(() => this.show(), OFTEN);
    return [() => clearInterval(timer), ...Object.entries(views).map(([name, hear]) =>
      backend.live([`view/${name}`], ({ event }) => { hear(event.data); this.show(); }))];
  }

  /** Shows this, and changes no more than is another. */
  draw(...nodes) {
    patch(this.shadowRoot, nodes.filter(Boolean));
  }
}
