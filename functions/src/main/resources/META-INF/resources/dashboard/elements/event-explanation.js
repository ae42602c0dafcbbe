import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';
import { time } from './figures.js';
import { OUTCOME, known, mark } from './marks.js';

const LONG = 120;

/** Where one event went: which rules it met, what they changed and emitted. Hears `event-picked`. */
class EventExplanation extends DashElement {
  static css = `
    form {
      display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr) auto; gap: .75rem;
      align-items: end; margin-bottom: 1.1rem;
    }
    .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .9rem; margin-bottom: .3rem; }
    h4 { margin: 1.1rem 0 .3rem; font-size: .88rem; font-weight: 600; color: var(--soft); }
    li { padding: .45rem 0; border-top: 1px solid var(--line); font-size: .93rem; }
    li:first-child { border: 0; }
    .change { display: block; font-size: .9rem; }
    .follow { padding: 0; text-align: left; color: var(--accent); text-decoration: underline; text-underline-offset: .18em; }
    .note { margin-top: .5rem; }
    @media (max-width: 40rem) { form { grid-template-columns: minmax(0, 1fr); } }
  `;

  #asked = { subject: '', event: '' };
  #answer;
  #backend;
  #turn = 0;

  build() {
    this.hear('event-picked', asked => { this.#ask(asked); this.scrollIntoView({ block: 'nearest' }); });
    this.show();
  }

  follow(backend) {
    this.#backend = backend;
  }

  async #ask(asked) {
    const turn = ++this.#turn;
    this.#asked = asked;
    this.#answer = { waits: true };
    this.show();
    const answer = await this.#answered(asked);
    if (turn === this.#turn) {
      this.#answer = answer;
      this.show();
    }
  }

  async #answered({ subject, event }) {
    try {
      const path = subject.split('/').map(encodeURIComponent).join('/');
      return { found: await this.#backend.request(`/subjects/${path}/explain?event=${encodeURIComponent(event)}`) };
    } catch (failure) {
      return { failure: failure.status === 404
        ? 'No such event is recorded of this subject. One that was published a moment ago may not have been processed yet.' : `It cannot be told now: ${failure.message}.` };
    }
  }

  show() {
    const field = (name, label, placeholder) => h('label', {}, label,
      h('input', { name, required: true, placeholder, spellcheck: 'false', autocomplete: 'off',
        '.value': this.#asked[name] }));
    this.draw(h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('div', { class: 'head' }, h('h2', { id: 'title' }, 'Where one event went')),
      h('form', { onsubmit: event => { event.preventDefault(); this.#ask(Object.fromEntries(new FormData(event.target))); } },
        field('subject', 'Subject', 'user/456'), field('event', 'Id of the event', '0198…'),
        h('button', { class: 'primary' }, 'Explain')),
      h('div', { 'aria-live': 'polite' }, this.#said())));
  }

  #said() {
    const { waits, failure, found } = this.#answer ?? {};
    return waits ? [h('p', { class: 'waits short' }), h('p', { class: 'waits' })] : failure
      ? h('p', { class: 'note bad' }, failure)
      : found ? this.#found(found)
        : h('p', { class: 'soft' }, 'Choose one of the newest events, or name any that was ever recorded.');
  }

  #found({ event, outcome, reason, rules = [], recorded }) {
    const followUps = recorded?.follow_ups ?? [];
    return [h('div', { class: 'top' }, h('h3', {}, event.type), mark(known(OUTCOME, outcome))),
      h('p', { class: 'soft' }, `${event.subject} · ${time(event.time)} · from ${event.source}`),
      reason && h('p', { class: 'note' }, reason),
      h('h4', {}, 'Rules'),
      rules.length > 0 ? h('ul', {}, rules.map(rule => this.#rule(rule)))
        : h('p', { class: 'soft' }, 'None listens to this type.'),
      h('h4', {}, 'What followed'),
      followUps.length > 0 ? h('ul', {}, followUps.map(one => this.#followUp(one)))
        : h('p', { class: 'soft' }, 'Nothing: no rule emitted anything.')];
  }

  #rule({ rule, fired, stopped_by: stoppedBy, failure, changes = [] }) {
    const how = failure ? { shape: 'cross', tone: 'critical', word: 'failed' } : fired
      ? { shape: 'dot', tone: 'good', word: 'fired' } : { shape: 'unknown', tone: 'unknown', word: 'stopped' };
    return h('li', {}, h('span', { class: 'top' }, h('code', {}, rule), mark(how)),
      (failure ?? stoppedBy) && h('span', { class: 'soft' }, failure ?? `because not: ${stoppedBy}`),
      changes.map(change => h('span', { class: 'change soft' }, h('code', {}, change.property),
        ` ${short(change.before)} → ${short(change.after)}`)));
  }

  #followUp({ id, type, subject, rule }) {
    return h('li', {}, h('button',
      { class: 'follow', type: 'button', onclick: () => this.#ask({ subject, event: id }) }, type),
      h('span', { class: 'soft' }, ` ${subject}, by ${rule}`));
  }
}

function short(value) {
  const text = value == null ? 'nothing' : JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

customElements.define('event-explanation', EventExplanation);
