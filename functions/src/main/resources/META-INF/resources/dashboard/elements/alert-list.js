import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { since, time } from './figures.js';
import { SEVERITY, known, mark } from './marks.js';
import { runbookLink } from './runbook-link.js';

const SHOWN = 8;

/** What somebody should look at, those that stand first: the view alerts. */
class AlertList extends DashElement {
  static css = `
    li {
      display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .8rem 0;
      border-top: 1px solid var(--line);
    }
    li:first-child { padding-top: 0; border: 0; }
    li > :nth-child(even) { justify-self: end; }
    .summary { font-weight: 600; }
    .cleared .summary { font-weight: 400; }
    .more { padding-top: .6rem; }
  `;

  #rows;
  #backend;

  follow(backend) {
    this.#backend = backend;
    return this.watch(backend, { alerts: ({ rows }) => { this.#rows = rows; } });
  }

  show() {
    const rows = this.#rows ?? [];
    const raised = rows.filter(one => one.raised).length;
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Alerts'),
        this.#rows && h('span', { class: 'soft' }, raised > 0 ? `${raised} raised` : 'none raised')),
      !this.#rows && [h('p', { class: 'waits short' }), h('p', { class: 'waits' })],
      this.#rows?.length === 0
        && h('p', { class: 'soft' }, 'None was ever raised. One is, with its runbook, as soon as somebody should look.'),
      rows.length > 0 && h('ul', {}, rows.slice(0, Math.max(SHOWN, raised)).map(alert => this.#alert(alert)))));
  }

  #alert(alert) {
    return h('li', { 'data-key': alert.alert_id, class: alert.raised ? 'raised' : 'cleared' },
      h('span', { class: 'summary' }, alert.summary), mark(known(SEVERITY, alert.raised ? alert.severity : 'cleared')),
      h('span', { class: 'soft' }, alert.service, ' · ',
        alert.raised ? h('time', { datetime: alert.since, title: time(alert.since) },
          `since ${time(alert.since)}, ${since(alert.since, this.#backend.now())}`)
        : `${time(alert.since)} to ${time(alert.cleared_at)}`), h('span', { class: 'soft' }, runbookLink(alert)));
  }
}

customElements.define('alert-list', AlertList);
