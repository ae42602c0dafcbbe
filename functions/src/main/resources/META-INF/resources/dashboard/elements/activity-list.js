import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { time, withTimes } from './figures.js';
import { ACTIVITY, known, mark } from './marks.js';

const SHOWN = 12;

/** What was done and what happened, newest first: the view activity. */
class ActivityList extends DashElement {
  static css = `
    li {
      display: grid; grid-template-columns: 8rem 7.5rem minmax(0, 1fr) auto; gap: .1rem 1rem;
      padding: .55rem 0; border-top: 1px solid var(--line); font-size: .95rem;
    }
    li:first-child { border: 0; }
    button { margin-top: .5rem; }
    @media (max-width: 40rem) {
      li { grid-template-columns: auto 1fr; }
      .text, .where { grid-column: 1 / -1; }
      time { justify-self: end; order: 1; }
      .mark { order: 0; }
      .text { order: 2; }
      .where { order: 3; }
    }
  `;

  #rows;
  #all = false;

  follow(backend) {
    return this.watch(backend, { activity: ({ rows }) => { this.#rows = rows; } });
  }

  show() {
    const rows = this.#rows ?? [];
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Activity'),
        h('span', { class: 'soft' }, 'Also marked on the charts')),
      !this.#rows && h('p', { class: 'waits' }),
      this.#rows?.length === 0
        && h('p', { class: 'soft' }, 'Nothing yet. Deploys, instances that come and go, replays and incidents stand here.'),
      rows.length > 0 && h('ol', {}, (this.#all ? rows : rows.slice(0, SHOWN)).map(row => this.#row(row))),
      !this.#all && rows.length > SHOWN
        && h('button', { class: 'quiet', type: 'button', onclick: () => { this.#all = true; this.show(); } },
          `Show ${rows.length - SHOWN} more`)));
  }

  #row(row) {
    return h('li', { 'data-key': `${row.time}${row.kind}${row.instance ?? row.service}` },
      h('time', { class: 'soft number', datetime: row.time }, time(row.time)), mark(known(ACTIVITY, row.kind)),
      h('span', { class: 'text' }, withTimes(row.text)), h('span', { class: 'soft where' }, row.service));
  }
}

customElements.define('activity-list', ActivityList);
