import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { UNKNOWN, count, millis, number, time } from './figures.js';
import { IMPACT, mark } from './marks.js';

const WATCHED = ['view/services', 'view/performance'];
const OFTEN = 5_000;
const STALE = 25_000;
const PATIENCE = 4_000;
const BAD_SAMPLES = 2;
const STORES = { redis_ms: { name: 'Redis', symptom: 'redis-away' },
  bigtable_ms: { name: 'Bigtable', symptom: 'bigtable-away' } };

/** What an instance knows of itself, straight from its memory, while nothing else can tell. Tells `probed`. */
class OwnProbe extends DashElement {
  static css = `
    .card { border: 2px solid var(--critical); }
    .top { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1rem; }
    p { margin-top: .3rem; max-width: 60rem; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1rem; margin-top: 1rem; }
    dd { font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; }
    .away { color: var(--critical); }
  `;

  #status = 'connecting';
  #heard = Date.now();
  #isAllowed = true;
  #backend;
  #probe;
  #isAsking = false;

  build() {
    this.hidden = true;
    this.hear('status-changed', status => { this.#status = status; this.#look(); });
    this.hear('permission-changed', ({ allowed }) => { this.#isAllowed = allowed; this.#look(); });
  }

  follow(backend) {
    this.#backend = backend;
    const timer = setInterval(() => this.#look(), OFTEN);
    return [backend.live(WATCHED, ({ event }) => {
      this.#heard = Date.now();
      if (this.#probe) {
        this.#look();
      }
    }), () => clearInterval(timer)];
  }

  /** True where what the page shows may be old. */
  #isInDoubt() {
    const silence = Date.now() - this.#heard;
    return silence > STALE || this.#status === 'offline' && silence > PATIENCE;
  }

  async #look() {
    if (this.#isAsking) {
      return;
    }
    if (this.#isWanted()) {
      this.#isAsking = true;
      this.#probe = await this.#asked();
      this.#isAsking = false;
    }
    this.#show();
  }

  #isWanted() {
    return this.#isAllowed && (this.#isInDoubt() || this.#troubles().length > 0);
  }

  async #asked() {
    try {
      return { found: await this.#backend.request('/probe', { deadline: OFTEN }) };
    } catch (failure) {
      return { failure };
    }
  }

  /** What is away at least as long as it takes to believe it, and since when. */
  #troubles() {
    const { samples = [], instance } = this.#probe?.found ?? {};
    return Object.entries(STORES).flatMap(([field, { name, symptom }]) => {
      const well = samples.findLastIndex(sample => sample.stores[field] != null);
      const bad = samples.slice(well + 1);
      return bad.length >= BAD_SAMPLES
        ? [{ name, symptom, title: `${name} does not answer`, since: bad[0].time, instance }] : [];
    });
  }

  #show() {
    const probe = this.#probe = this.#isWanted() ? this.#probe : undefined;
    const troubles = this.#troubles();
    this.hidden = !probe;
    this.draw(probe && this.#card(probe, troubles));
    this.tell('probed', { isStale: Boolean(probe) && this.#isInDoubt(), isUnreachable: isUnreachable(probe), troubles });
  }

  #card(probe, troubles) {
    const { found, failure } = probe;
    const title = isUnreachable(probe) ? 'Nobody answers' : troubles.map(one => one.title).join(', ')
      || 'Nothing new is told';
    return h('section', { class: 'card', role: 'region', 'aria-labelledby': 'title' },
      h('div', { class: 'top' }, h('h2', { id: 'title' }, title), mark(IMPACT.critical)),
      h('p', {}, `What stands below is of ${time(new Date(this.#heard).toISOString())}. `,
        failure ? `This page asks again every five seconds: ${failure.message}.`
          : 'This is what one instance knows of itself, without any store:'),
      found && this.#figures(found));
  }

  #figures({ instance, waiting, samples, as_of: asOf }) {
    const last = samples.at(-1);
    const figure = (label, value, isAway) => h('div', { class: isAway ? 'away' : undefined },
      h('dt', { class: 'label' }, label), h('dd', {}, value));
    const store = field => (last ? last.stores[field] == null ? 'no answer' : millis(last.stores[field]) : UNKNOWN);
    return [h('dl', {}, figure('Redis', store('redis_ms'), store('redis_ms') === 'no answer'),
      figure('Bigtable', store('bigtable_ms'), store('bigtable_ms') === 'no answer'),
      figure('Samples to be told', number(waiting)),
      figure('Requests', last ? `${number(last.work.requests / Math.max(1, last.seconds))} /s` : UNKNOWN),
      figure('Answered 5xx', last ? count(last.work.errors, 'request') : UNKNOWN),
      figure('Processor', last ? `${number(last.resources.cpu_percent)} %` : UNKNOWN)),
    h('p', { class: 'soft' }, h('code', {}, instance), ` at ${time(asOf)}`)];
  }
}

const isUnreachable = probe => Boolean(probe?.failure) && !probe.failure.status;

customElements.define('own-probe', OwnProbe);
