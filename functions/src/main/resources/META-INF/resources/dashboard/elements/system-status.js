import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { count, time } from './figures.js';
import { SERVICE, known, shape } from './marks.js';

const WORST_FIRST = ['major-outage', 'partial-outage', 'silent', 'degraded', 'operational'];
const OPEN = { 'major-outage': 'has a major outage', 'partial-outage': 'has a partial outage', silent: 'says nothing',
  degraded: 'is degraded' };

/** The whole system in one sentence: the view services; hears `probed` and `permission-changed`. */
class SystemStatus extends DashElement {
  static css = `
    :host { padding: clamp(1.75rem, 4vw, 3.25rem) 0 clamp(1.25rem, 2vw, 2rem); }
    div { display: flex; align-items: center; gap: clamp(1rem, 2vw, 1.75rem); }
    svg { flex: none; width: clamp(2.5rem, 5vw, 4.25rem); height: auto; }
    section { min-width: 0; }
    h1 {
      margin: 0; font-size: clamp(1.75rem, 4.4vw, 3.5rem); font-weight: 650; line-height: 1.08;
      letter-spacing: -.035em; text-wrap: balance;
    }
    p { margin-top: .5rem; color: var(--soft); font-size: clamp(.95rem, 1.3vw, 1.125rem); }
  `;

  #view;
  #probe = { troubles: [] };
  #isAllowed = true;

  build() {
    this.hear('probed', probe => { this.#probe = probe; this.show(); });
    this.hear('permission-changed', ({ allowed }) => { this.#isAllowed = allowed; this.show(); });
    this.show();
  }

  follow(backend) {
    return this.watch(backend, { services: view => { this.#view = view; } });
  }

  show() {
    const { sentence, state, words } = this.#whole();
    this.draw(h('div', { role: 'status', 'aria-live': 'polite' }, shape(state),
      h('section', {}, h('h1', {}, sentence), h('p', {}, words))));
    document.title = `${sentence} · Cartwright status`;
  }

  #whole() {
    if (!this.#isAllowed) {
      return { sentence: 'Nobody said that you may look', state: SERVICE.unknown, words: 'Show a token below.' };
    }
    const { isStale, isUnreachable, troubles } = this.#probe;
    if (isUnreachable || troubles.length > 0) {
      const away = troubles.map(one => one.name);
      const sentence = isUnreachable ? 'Nobody answers'
        : `${away.join(' and ')} ${away.length > 1 ? 'do' : 'does'} not answer`;
      return { sentence, state: SERVICE['major-outage'], words: this.#told() };
    }
    if (!this.#view) {
      return { sentence: 'Asking how it goes', state: SERVICE.unknown, words: 'One moment.' };
    }
    if (isStale) {
      return { sentence: 'Nothing new is told', state: SERVICE.unknown, words: this.#told() };
    }
    const { rows } = this.#view;
    if (rows.length === 0) {
      return { sentence: 'No service has told of itself yet', state: SERVICE.unknown,
        words: 'A new one does within ten seconds.' };
    }
    return { ...this.#of(rows), words: this.#told() };
  }

  #of(rows) {
    const worst = WORST_FIRST.find(state => rows.some(row => row.state === state)) ?? 'operational';
    const concerned = rows.filter(row => row.state === worst);
    const sentence = worst === 'operational' ? rows.length === 1 ? 'The system is operational'
      : 'All systems are operational'
      : concerned.length === 1 ? `${concerned[0].service} ${OPEN[worst]}`
        : `${count(concerned.length, 'service')} of ${rows.length}: ${known(SERVICE, worst).word.toLowerCase()}`;
    return { sentence, state: known(SERVICE, worst) };
  }

  #told() {
    if (!this.#view) {
      return 'Nothing was told since this page was opened.';
    }
    const instances = this.#view.rows.flatMap(row => row.instances).filter(one => one.running).length;
    return `${count(this.#view.rows.length, 'service')}, ${count(instances, 'instance')}, as of ${time(this.#view.as_of)}`;
  }
}

customElements.define('system-status', SystemStatus);
