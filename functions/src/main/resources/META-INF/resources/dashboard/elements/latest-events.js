import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { time } from './figures.js';
import { OUTCOME, known, shape } from './marks.js';

const SHOWN = 10;
const SAMPLES = 'health-sampled';

/** Events as they pass: the view latest-events. Tells `event-picked`. */
class LatestEvents extends DashElement {
  static css = `
    .choices { display: flex; gap: 1.25rem; }
    .head label { display: flex; align-items: center; gap: .5rem; }
    .head input { width: 1.15rem; height: 1.15rem; min-height: 0; accent-color: var(--accent); }
    li { border-top: 1px solid var(--line); animation: come .35s ease-out; }
    li:first-child { border: 0; }
    button {
      display: grid; grid-template-columns: auto minmax(0, 1.25fr) minmax(0, 1fr) auto; align-items: center;
      gap: .75rem; width: 100%; padding: .52rem .4rem; border-radius: 8px; text-align: left;
      font-size: .93rem;
    }
    button:hover { background: var(--raised); }
    svg { width: .8rem; height: .8rem; }
    .type { font-weight: 600; }
    .type, .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    @keyframes come { from { opacity: 0; } }
    @media (max-width: 40rem) {
      button { grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 .6rem; }
      .subject { grid-column: 2; grid-row: 2; }
    }
  `;

  #rows;
  #isHeld = false;
  #hasSamples = false;

  follow(backend) {
    return this.watch(backend, { 'latest-events': ({ rows }) => { this.#rows = this.#isHeld ? this.#rows : rows; } });
  }

  show() {
    const rows = (this.#rows ?? []).filter(row => this.#hasSamples || row.type !== SAMPLES).slice(0, SHOWN);
    const choice = (words, onchange) => h('label', {},
      h('input', { type: 'checkbox', onchange: event => onchange(event.target.checked) }), words);
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Newest events'), h('div', { class: 'choices' },
        choice('Samples too', isChosen => { this.#hasSamples = isChosen; this.show(); }),
        choice('Hold', isChosen => { this.#isHeld = isChosen; }))),
      !this.#rows && [h('p', { class: 'waits' }), h('p', { class: 'waits' })],
      this.#rows && rows.length === 0
        && h('p', { class: 'soft' }, 'No event passed lately but those that tell how instances do.'),
      h('ol', {}, rows.map(row => this.#row(row)))));
  }

  #row(row) {
    const outcome = known(OUTCOME, row.outcome);
    return h('li', { 'data-key': `${row.source} ${row.id} ${row.time}` },
      h('button', { type: 'button', title: 'Where this event went',
        onclick: () => this.tell('event-picked', { subject: row.subject, event: row.id }) },
        shape(outcome), h('span', { class: 'type' }, row.type), h('span', { class: 'subject soft' }, row.subject),
        h('span', { class: 'soft number' }, h('span', { class: 'seen-only-by-readers' }, `${outcome.word}, `),
          time(row.time))));
  }
}

customElements.define('latest-events', LatestEvents);
