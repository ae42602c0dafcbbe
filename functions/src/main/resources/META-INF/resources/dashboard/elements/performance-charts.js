import { h } from '/pages/drawing.js';
import './time-chart.js';
import { DashElement } from './dash-element.js';
import { time, withTimes } from './figures.js';
import { ACTIVITY, known, mark } from './marks.js';
import { CHARTS, WINDOWS, seriesOf } from './performance-series.js';

const FRESH = 60_000;
const WORDS = { hour: 'Hour', day: 'Day' };
const NOTHING = {
  hour: 'Nothing was measured yet. Each instance tells how it does every ten seconds.',
  day: 'The day is shown in steps of five minutes, and none is over yet.',
};

/** Latency, response time, throughput and bandwidth over time, with what was done then: performance, activity, incidents. */
class PerformanceCharts extends DashElement {
  static css = `
    .head { align-items: center; margin-bottom: .9rem; }
    .choices { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; min-width: 0; margin-left: auto; }
    .window { display: flex; padding: .2rem; border-radius: 10px; background: var(--raised); }
    .window button {
      min-height: 2.35rem; padding: .2rem 1rem; border-radius: 8px; color: var(--soft); font-weight: 600;
      font-size: .92rem;
    }
    .window [aria-pressed=true] { background: var(--surface); color: var(--ink); box-shadow: 0 1px 3px rgb(0 0 0 / .16); }
    .choices label { display: block; min-width: 0; }
    .choices select { width: auto; max-width: 100%; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1.75rem 2rem; }
    .keys {
      display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1.25rem; min-height: 1.6rem;
      margin-top: 1.1rem; font-size: .88rem; color: var(--soft);
    }
    .keys .mark { font-weight: 400; }
    .band {
      width: 1.4rem; height: .8rem; border-inline: 2px solid var(--critical);
      background: color-mix(in srgb, var(--critical) 16%, transparent);
    }
    .note { margin-bottom: 1rem; }
    @media (max-width: 40rem) { .choices { justify-content: space-between; width: 100%; } }
  `;

  #window = 'hour';
  #service = '';
  #rows = {};
  #asked = 0;
  #activity = [];
  #incidents = [];
  #backend;
  #failure;
  #hovered;

  build() {
    this.addEventListener('time-hovered', ({ detail }) => { this.#hovered = detail; this.show(); });
    this.show();
  }

  follow(backend) {
    this.#backend = backend;
    this.#rows = {};
    this.#ask('hour');
    return this.watch(backend, {
      performance: ({ rows }) => { this.#merge('hour', rows); this.#refresh(); },
      activity: ({ rows }) => { this.#activity = rows; },
      incidents: ({ rows }) => { this.#incidents = rows; },
    });
  }

  /** A day is asked for, not told; its steps are of minutes. */
  #refresh() {
    if (this.#window === 'day' && Date.now() - this.#asked > FRESH) {
      this.#asked = Date.now();
      this.#ask('day');
    }
  }

  async #ask(window) {
    const backend = this.#backend;
    try {
      this.#merge(window, (await backend.request(`/views/performance?window=${window}`)).rows);
      this.#failure = undefined;
    } catch (failure) {
      this.#asked = 0;
      this.#failure = failure;
    }
    this.show();
  }

  // why merged: of many services a message tells only the newest steps.
  #merge(window, rows) {
    const from = this.#backend.now() - WINDOWS[window].seconds * 1000;
    const all = new Map([...this.#rows[window] ?? [], ...rows].map(row => [`${row.service} ${row.time}`, row]));
    this.#rows[window] = [...all.values()].filter(row => Date.parse(row.time) >= from);
  }

  #choose(window) {
    this.#window = window;
    this.show();
    this.#refresh();
  }

  show() {
    const rows = this.#rows[this.#window];
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Performance'), this.#choices()),
      this.#failure && this.#window === 'day'
        && h('p', { class: 'note bad', role: 'alert' },
          `The day cannot be shown now: ${this.#failure.message}. It is asked for again with the next news.`),
      rows?.length === 0 && h('p', { class: 'note' }, NOTHING[this.#window]),
      h('div', { class: 'charts' }, this.#charts(rows ?? [])), this.#keys()));
  }

  #choices() {
    const services = [...new Set((this.#rows.hour ?? []).map(row => row.service))].sort();
    return h('div', { class: 'choices' },
      services.length > 1 && h('label', {}, h('span', { class: 'seen-only-by-readers' }, 'Service'),
        h('select', { onchange: event => { this.#service = event.target.value; this.show(); } },
        h('option', { value: '' }, 'All services'), services.map(name => h('option', { value: name }, name)))),
      h('div', { class: 'window', role: 'group', 'aria-label': 'How far back' }, Object.keys(WINDOWS).map(window =>
        h('button', { type: 'button', 'aria-pressed': `${this.#window === window}`,
          onclick: () => this.#choose(window) }, WORDS[window]))));
  }

  #charts(rows) {
    const series = seriesOf(rows, { service: this.#service, window: this.#window, now: this.#backend?.now() ?? Date.now() });
    const concerned = row => !this.#service || row.service === this.#service;
    const told = { ...series, activity: this.#activity.filter(concerned), incidents: this.#incidents.filter(concerned) };
    return CHARTS.map(chart => h('time-chart', { 'data-key': chart.id, '.chart': chart, '.told': told }));
  }

  #keys() {
    const [from] = [Date.now() - WINDOWS[this.#window].seconds * 1000];
    const kinds = [...new Set(this.#activity.filter(row => Date.parse(row.time) > from).map(row => row.kind))].filter(kind => !kind.startsWith('incident'));
    const hasIncident = this.#incidents.some(one => !one.resolved_at || Date.parse(one.resolved_at) > from);
    return h('p', { class: 'keys' }, this.#hovered ? `${time(this.#hovered.time)} · ${withTimes(this.#hovered.text)}`
      : [kinds.map(kind => mark(known(ACTIVITY, kind))),
        hasIncident && h('span', { class: 'mark' }, h('i', { class: 'band' }), 'Incident')]);
  }
}

customElements.define('performance-charts', PerformanceCharts);
