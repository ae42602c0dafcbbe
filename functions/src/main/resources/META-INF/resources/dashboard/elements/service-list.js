import { h } from '/pages/drawing.js';
import { DAYS_CSS, availabilityDays } from './availability-days.js';
import { DashElement } from './dash-element.js';
import { UNKNOWN, bytes, count, millis, number, percent, since } from './figures.js';
import { SERVICE, known, mark } from './marks.js';

const MANY = 99;
const sum = values => (values.length > 0 ? values.reduce((all, one) => all + one, 0) : undefined);
const mean = values => (values.length > 0 ? sum(values) / values.length : undefined);
const worst = values => (values.some(value => value == null) ? null : Math.max(...values));
const rate = (samples, of) => sum(samples.map(sample => of(sample) / Math.max(1, sample.seconds)));

/** How each service does, and each of its instances: the view services. Hears `probed`: what was told last may be old. */
class ServiceList extends DashElement {
  static css = `${DAYS_CSS}
    .services { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
    .name { font-size: 1.35rem; letter-spacing: -.02em; }
    .head .mark { font-size: 1.3rem; }
    .told { display: grid; justify-items: end; }
    .stale { border: 2px dashed var(--unknown); }
    .stale .small dd { color: var(--soft); font-weight: 400; }
    .stale meter { opacity: .4; }
    .figures {
      display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.25rem 1.5rem; align-items: center;
      margin-bottom: 1.4rem;
    }
    .big { display: grid; grid-template-columns: repeat(3, minmax(0, 11.5rem)); gap: 1.25rem 1.5rem; align-items: end; }
    .big dd {
      font-size: clamp(1.6rem, 2.6vw, 2.4rem); font-weight: 650; line-height: 1.15; letter-spacing: -.03em;
      white-space: nowrap; font-variant-numeric: tabular-nums;
    }
    dl div { min-width: 0; }
    .small {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(4.4rem, 1fr)); gap: 1rem .9rem;
      padding-left: 2rem; border-left: 1px solid var(--line);
    }
    .small dd { font-size: 1.05rem; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
    meter {
      display: block; width: 100%; height: .45rem; margin-top: .3rem; border: 0; border-radius: 99px;
      background: var(--raised); overflow: hidden; appearance: none;
    }
    meter::-webkit-meter-inner-element { display: block; }
    meter::-webkit-meter-bar { height: .45rem; border: 0; border-radius: 99px; background: var(--raised); }
    meter::-webkit-meter-optimum-value { border-radius: 99px; background: var(--news); }
    meter::-webkit-meter-suboptimum-value { border-radius: 99px; background: var(--minor); }
    meter::-webkit-meter-even-less-good-value { border-radius: 99px; background: var(--critical); }
    meter::-moz-meter-bar { background: var(--news); }
    .bad dd { color: var(--critical); }
    details { margin-top: 1.1rem; border-top: 1px solid var(--line); }
    summary {
      width: max-content; max-width: 100%; padding: .9rem 0 0; cursor: pointer; font-size: .92rem;
      color: var(--soft);
    }
    .table { overflow-x: auto; }
    table {
      width: 100%; margin-top: .5rem; border-collapse: collapse; font-size: .9rem;
      font-variant-numeric: tabular-nums; white-space: nowrap;
    }
    th, td { padding: .5rem 1.25rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
    tr:last-child > * { border-bottom: 0; }
    thead th { color: var(--soft); font-size: .8rem; }
    @media (max-width: 68rem) {
      .figures { grid-template-columns: minmax(0, 1fr); }
      .big { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem; }
      .small { padding: 1rem 0 0; border: 0; border-top: 1px solid var(--line); }
    }
    @media (max-width: 40rem) {
      .head .mark { font-size: 1.15rem; }
      .head .told { margin-left: 0; justify-items: start; }
      .period { display: none; }
      .big, .small { grid-template-columns: repeat(3, auto); justify-content: space-between; }
      .big { gap: .6rem; }
      .small { grid-template-columns: repeat(4, auto); }
      .big dd { font-size: 1.15rem; }
      .small dd { font-size: .98rem; }
      .big dd, .small dd { white-space: normal; }
    }
  `;

  #rows;
  #backend;
  #isStale = false;

  build() {
    this.hear('probed', ({ isStale }) => { this.#isStale = isStale; this.show(); });
    this.show();
  }

  follow(backend) {
    this.#backend = backend;
    return this.watch(backend, { services: ({ rows }) => { this.#rows = rows; } });
  }

  show() {
    this.draw(h('section', { class: 'services', 'aria-label': 'Services' }, this.#rows ? this.#services() : this.#waits()));
  }

  #waits() {
    return h('div', { class: 'card', 'aria-busy': 'true' }, h('p', { class: 'waits short' }), h('p', { class: 'waits' }));
  }

  #services() {
    return this.#rows.length > 0 ? this.#rows.map(row => this.#service(row))
      : h('div', { class: 'card' }, h('h2', {}, 'Services'),
        h('p', { class: 'soft' }, 'None has told of itself yet. Each instance does as it starts, then every ten seconds.'));
  }

  #service(row) {
    const running = row.instances.filter(one => one.running);
    return h('article', { class: this.#isStale ? 'card stale' : 'card', 'data-key': row.service, 'aria-label': row.service },
      h('div', { class: 'head' }, h('h2', { class: 'name' }, row.service), this.#state(row)),
      h('div', { class: 'figures' }, this.#promise(row), this.#load(running.map(one => one.sample).filter(Boolean))),
      availabilityDays(row, this.#backend.now()),
      h('details', {}, h('summary', {}, `${count(running.length, 'instance')} · ${revisions(row)}`), this.#instances(row)));
  }

  #state({ state, instances }) {
    const told = known(SERVICE, state);
    const heard = instances.map(one => one.heard_at ?? '').sort().at(-1);
    return this.#isStale ? h('span', { class: 'told' }, mark(SERVICE.unknown), h('span', { class: 'soft' },
      heard ? `${told.word.toLowerCase()} when last heard, ${since(heard, this.#backend.now())}`
        : 'nothing was ever heard')) : mark(told);
  }

  #promise({ objective, availability, budget_left: budget }) {
    const figure = (label, value, isBad) => h('div', { class: isBad ? 'bad' : undefined },
      h('dt', { class: 'label' }, label), h('dd', {}, value));
    const days = h('span', { class: 'period' }, ', 30 days');
    return h('dl', { class: 'big' }, figure('Objective', percent(objective)),
      figure(['Availability', days], percent(availability, 3),
        Number.isFinite(availability) && availability < objective),
      figure('Error budget left', left(budget), budget < 0));
  }

  #load(samples) {
    const figure = (label, value, gauge, isBad) => h('div', { class: isBad ? 'bad' : undefined },
      h('dt', { class: 'label' }, label), h('dd', {}, value, gauge));
    const cpu = mean(samples.map(one => one.resources.cpu_percent));
    const memory = sum(samples.map(one => one.resources.memory_mb));
    const limit = sum(samples.map(one => one.resources.memory_limit_mb));
    const store = of => (samples.length > 0 ? worst(samples.map(of)) : undefined);
    const away = value => (value === null ? 'away' : millis(value));
    const [redis, bigtable] = [store(one => one.stores.redis_ms), store(one => one.stores.bigtable_ms)];
    return h('dl', { class: 'small' },
      figure('Events', `${number(rate(samples, one => one.work.events))} /s`),
      figure('Requests', `${number(rate(samples, one => one.work.requests))} /s`),
      figure('Waiting', number(sum(samples.map(one => one.work.lane_depth)))),
      figure('Processor', cpu === undefined ? UNKNOWN : `${number(cpu)} %`, gauge('Processor', cpu, 100)),
      figure('Memory', memory === undefined ? UNKNOWN : bytes(memory * 1e6), gauge('Memory', memory, limit)),
      figure('Redis', away(redis), undefined, redis === null),
      figure('Bigtable', away(bigtable), undefined, bigtable === null));
  }

  #instances({ instances }) {
    const now = this.#backend.now();
    const cells = ({ instance, revision, running, heard_at: heard, sample }) => [
      h('th', { scope: 'row' }, h('code', {}, instance)), this.#isStale ? 'unknown' : running ? 'running' : 'stopped',
      revision, heard ? since(heard, now) : UNKNOWN,
      sample ? `${number(sample.resources.cpu_percent)} %` : UNKNOWN,
      sample ? bytes(sample.resources.memory_mb * 1e6) : UNKNOWN, millis(sample?.work.p99_ms),
    ];
    return h('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Instances' }, h('table', {},
      h('thead', {}, h('tr', {},
        ['Instance', 'State', 'Revision', 'Heard', 'Processor', 'Memory', 'p99']
          .map(name => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, instances.map(one => h('tr', { 'data-key': one.instance },
        cells(one).map(cell => (cell instanceof Node ? cell : h('td', {}, cell))))))));
  }
}

const revisions = ({ revisions: all = [] }) =>
  `${all.length > 1 ? 'revisions' : 'revision'} ${all.join(', ') || UNKNOWN}`;

/** What was spent more than twice is counted: 18 times reads better than -1730 %. */
const left = budget => (budget < -1 ? `spent ${Math.round(1 - budget) > MANY ? `>${MANY}` : Math.round(1 - budget)}×`
  : percent(budget, 1));

const gauge = (name, value, max) => value !== undefined && max > 0
  && h('meter', { min: 0, max, low: max * .75, high: max * .9, optimum: 0, value,
    'aria-label': `${name}: ${number(value / max * 100)} %` });

customElements.define('service-list', ServiceList);
