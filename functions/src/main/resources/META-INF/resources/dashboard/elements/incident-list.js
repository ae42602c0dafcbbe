import { h } from '/pages/drawing.js';
import './incident-news.js';
import { DashElement } from './dash-element.js';
import { count, duration, time, withTimes } from './figures.js';
import { IMPACT, known, mark } from './marks.js';
import { runbookLink } from './runbook-link.js';

const WORDS = { investigating: 'Investigating', identified: 'Identified', monitoring: 'Monitoring', resolved: 'Resolved' };
const LATEST = 3;
const PAST = 8;
const isOpen = incident => incident.state !== 'resolved';

/** What is or was wrong: the view incidents, and before there is a record what the probe says. Hears `probed`. */
class IncidentList extends DashElement {
  static css = `
    .incident { padding: 1.1rem 0; border-top: 1px solid var(--line); }
    .incident:first-of-type { padding-top: 0; border: 0; }
    .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; }
    .top .mark { margin-left: auto; }
    h3 { font-size: 1.1rem; }
    .facts { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin-top: .2rem; }
    .timeline { margin: .9rem 0 .2rem .3rem; border-left: 2px solid var(--line); }
    .timeline li { position: relative; padding: 0 0 .7rem 1.1rem; }
    .timeline li:last-child { padding-bottom: .1rem; }
    .timeline li::before {
      content: ""; position: absolute; left: -.36rem; top: .48rem; width: .6rem; height: .6rem;
      border: 2px solid var(--unknown); border-radius: 50%; background: var(--surface);
    }
    .timeline .resolved::before { border-color: var(--good); background: var(--good); }
    .state { font-weight: 600; }
    .past { margin-top: .5rem; border-top: 1px solid var(--line); }
    .past summary { padding: .7rem 0; cursor: pointer; }
    .past summary .mark { font-weight: 500; float: right; }
    .past details { border-bottom: 1px solid var(--line); }
    .past details:last-of-type { border: 0; }
    .past .soft { display: block; padding-left: 1.05rem; }
    .quietly { display: flex; align-items: center; gap: .6rem; }
    incident-news, .note { margin-top: .6rem; }
    @media (max-width: 40rem) {
      .top .mark { margin-left: 0; }
      .past summary .mark { display: flex; float: none; margin-left: 1.05rem; }
    }
    button.more {
      padding: .3rem 0; color: var(--accent); text-decoration: underline; text-underline-offset: .18em;
      font-size: .9rem;
    }
  `;

  #rows;
  #away = [];
  #backend;
  #whole = new Set();
  #all = false;

  build() {
    this.hear('probed', ({ troubles }) => { this.#away = troubles; this.show(); });
    this.show();
  }

  follow(backend) {
    this.#backend = backend;
    return this.watch(backend, { incidents: ({ rows }) => { this.#rows = rows; } });
  }

  show() {
    const open = (this.#rows ?? []).filter(isOpen);
    const past = (this.#rows ?? []).filter(one => !isOpen(one));
    const away = this.#away.filter(trouble => !open.some(one => one.symptom === trouble.symptom));
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Incidents'),
        this.#rows && h('span', { class: 'soft' },
          open.length + away.length > 0 ? `${open.length + away.length} open` : 'none open')),
      away.map(trouble => this.#unrecorded(trouble)), open.map(incident => this.#incident(incident)),
      !this.#rows && away.length === 0 && [h('p', { class: 'waits short' }), h('p', { class: 'waits' })],
      this.#rows && open.length + away.length === 0
        && h('p', { class: 'quietly' }, mark({ ...IMPACT.resolved, word: 'Nothing is wrong that anybody has noticed.' })),
      past.length > 0 && this.#past(past)));
  }

  #unrecorded({ symptom, title, since, instance }) {
    return h('article', { class: 'incident', 'data-key': symptom },
      h('div', { class: 'top' }, h('h3', {}, title), mark(IMPACT.critical)),
      h('p', { class: 'soft facts' }, h('span', {}, 'Not recorded yet'), h('span', {}, `since ${time(since)}`),
        h('span', {}, 'seen by ', h('code', {}, instance))),
      h('p', { class: 'note' },
        'Told by the instance from its own memory. It is recorded, with the time it began, as soon as the store answers.'));
  }

  #incident(incident) {
    const id = incident.incident_id;
    return h('article', { class: 'incident', 'data-key': id, 'aria-label': incident.summary },
      h('div', { class: 'top' }, h('h3', {}, incident.summary), mark(known(IMPACT, incident.impact))),
      h('p', { class: 'soft facts' }, h('span', {}, incident.service), h('span', {}, incident.symptom),
        h('span', {}, WORDS[incident.state] ?? incident.state),
        h('span', {}, `since ${time(incident.since)}`), runbookLink(incident)),
      this.#timeline(incident), h('incident-news', { '.incident': incident, '.backend': this.#backend }));
  }

  #timeline({ incident_id: id, timeline = [], left_out: leftOut = 0 }) {
    const newest = timeline.map(entry => this.#entry(entry)).reverse();
    if (leftOut > 0) {
      newest.splice(-1, 0, h('li', {}, h('p', { class: 'soft' }, `${entries(leftOut)} between these`)));
    }
    const shown = this.#whole.has(id) ? newest : newest.slice(0, LATEST);
    return [h('ol', { class: 'timeline' }, shown),
      shown.length < newest.length
        && h('button', { class: 'more', type: 'button', onclick: () => { this.#whole.add(id); this.show(); } },
          `${entries(timeline.length + leftOut - shown.length)} before`)];
  }

  #entry({ state, message, time: at, by }) {
    return h('li', { class: state },
      h('p', {}, h('span', { class: 'state' }, WORDS[state] ?? state), ` – ${withTimes(message)}`),
      h('p', { class: 'soft' }, time(at), by && ` · ${by}`));
  }

  #past(past) {
    const shown = this.#all ? past : past.slice(0, PAST);
    return h('div', { class: 'past' }, shown.map(incident => h('details', { 'data-key': incident.incident_id },
      h('summary', {}, incident.summary, mark(IMPACT.resolved),
        h('span', { class: 'soft' }, `${incident.service} · ${time(incident.since)} · ${this.#lasted(incident)}`)),
      this.#timeline(incident))),
    shown.length < past.length
      && h('button', { class: 'more', type: 'button', onclick: () => { this.#all = true; this.show(); } },
        `${past.length - shown.length} more`));
  }

  #lasted = ({ since, resolved_at: resolved, impact }) => `${impact ?? ''} for ${duration(since, resolved ?? since)}`.trim();
}

const entries = number => count(number, 'entry').replace('entrys', 'entries');

customElements.define('incident-list', IncidentList);
