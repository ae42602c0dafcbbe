import { h } from '/pages/drawing.js';
import { short } from './numbers.js';

const SHOWN = 12;
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** What is known of the rule or event type that is chosen. */
export class Detail {
  #element;
  #choose;
  #ask;
  #follow;
  #what;
  #model;
  #stop;
  #decisions = [];

  /**
   * @param choose called with `{rule}` or `{type}`, and with undefined where nothing is chosen any longer
   * @param ask gets JSON from a path
   * @param follow calls back with the newest events, and returns what ends it
   */
  constructor(element, { choose, ask, follow }) {
    this.#element = element;
    this.#choose = choose;
    this.#ask = ask;
    this.#follow = follow;
  }

  show(what, model) {
    this.#stop?.();
    this.#stop = undefined;
    this.#what = what;
    this.#model = model;
    this.#decisions = [];
    this.#element.hidden = !what;
    if (what) {
      this.#draw();
      this.#element.scrollTop = 0;
    }
    if (what?.rule) {
      this.#stop = this.#follow(rows => this.#hear(rows));
    }
  }

  /** The same rule, with what it did meanwhile. */
  count(model) {
    this.#model = model;
    if (this.#what?.rule) {
      this.#element.querySelector('.figures').replaceWith(figures(model.rules.get(this.#what.rule).counts));
    }
  }

  #draw() {
    const { rule, type } = this.#what;
    this.#element.replaceChildren(
      h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: () => this.#choose() }, '×'),
      ...rule ? this.#rule(this.#model.rules.get(rule)) : this.#type(this.#model.types.get(type)));
  }

  #rule(row) {
    return [
      h('p', { class: 'over' }, `Rule · ${row.group}`), h('h2', {}, row.rule),
      h('p', { class: 'lead' }, row.sentence || 'It has no sentence of its own.'),
      figures(row.counts),
      h('dl', {},
        h('dt', {}, 'On'), h('dd', {}, this.#links(row.on, type => ({ type }))),
        h('dt', {}, 'If'), h('dd', {},
          row.conditions.length ? h('ul', {}, row.conditions.map(words => h('li', {}, words))) : 'always'),
        h('dt', {}, 'Then'), h('dd', {}, h('ul', {}, row.changes.map(words => h('li', {}, words)),
          row.emits.map(type => h('li', {}, 'emit ', this.#links([type], one => ({ type: one }))))),
          row.changes.length + row.emits.length === 0 && 'nothing'),
        h('dt', {}, 'Source'), h('dd', { class: 'source' }, /^https?:/.test(row.source_url ?? '')
          ? h('a', { href: row.source_url, rel: 'noreferrer' }, folded(row.source)) : h('code', {}, folded(row.source)))),
      h('h3', {}, 'Latest decisions'), h('div', { class: 'decisions' }, h('p', { class: 'soft' }, 'Looking…')),
    ];
  }

  #type(type) {
    const rules = (names, none) => names.length ? this.#links(names, rule => ({ rule })) : none;
    return [
      h('p', { class: 'over' }, type.kind ? `Event · ${type.kind}` : 'Event · any kind of subject'), h('h2', {}, type.type),
      h('p', { class: 'lead' },
        type.senders.length ? `Sent from outside by ${type.senders.join(', ')}.` : 'Emitted by Cartwright only.'),
      h('dl', {},
        h('dt', {}, 'Triggers'), h('dd', {}, rules(type.triggers, 'no rule: it is kept and published')),
        h('dt', {}, 'Emitted by'), h('dd', {}, rules(type.emittedBy, 'no rule')),
        type.group && [h('dt', {}, 'Group'), h('dd', {}, type.group)]),
    ];
  }

  #links(names, what) {
    return names.map(name => h('button', { type: 'button', class: 'link', onclick: () => this.#choose(what(name)) }, name));
  }

  /** Adds what is new to what was heard since the rule was chosen; not while one is unfolded, which would run away. */
  #hear(rows) {
    if (this.#element.querySelector('.decisions [open]')) {
      return;
    }
    const key = row => `${row.source} ${row.id}`;
    const known = new Set(this.#decisions.map(one => one.key));
    const fresh = rows.filter(row => row.rules.includes(this.#what.rule) && !known.has(key(row)))
      .map(row => ({ key: key(row), time: row.time, line: this.#decision(row, this.#what.rule) }));
    this.#decisions = [...fresh, ...this.#decisions]
      .sort((one, other) => other.time.localeCompare(one.time)).slice(0, SHOWN);
    this.#element.querySelector('.decisions').replaceChildren(this.#decisions.length
      ? h('ol', {}, this.#decisions.map(one => one.line))
      : h('p', { class: 'soft' }, 'None among the newest events.'));
  }

  #decision(row, rule) {
    const subject = row.subject.split('/').map(encodeURIComponent).join('/');
    const path = `/subjects/${subject}/explain?event=${encodeURIComponent(row.id)}`;
    const why = h('div', { class: 'why' });
    const opened = ({ target }) => target.open && !why.hasChildNodes()
      && this.#ask(path).then(answer => explain(answer, rule), failure => [h('p', { class: 'soft' }, failure.message)])
        .then(lines => why.replaceChildren(...lines));
    return h('li', {}, h('details', { ontoggle: opened },
      h('summary', {}, h('time', { datetime: row.time }, times.format(new Date(row.time))),
        h('span', { class: 'subject' }, row.subject),
        h('span', { class: `outcome ${row.outcome}` }, row.outcome)),
      h('p', { class: 'soft' }, row.type), why));
  }
}

/** What one rule did with one event. */
function explain(answer, rule) {
  const step = answer.rules?.find(one => one.rule === rule);
  if (!step) {
    return [h('p', { class: 'soft' }, 'The rules are other ones now.')];
  }
  const value = one => one === null || one === undefined ? 'nothing' : JSON.stringify(one);
  return [h('ul', {},
    step.stopped_by && h('li', {}, `stopped: ${step.stopped_by}`),
    (step.changes ?? []).map(change => h('li', {}, h('code', {}, change.property),
      ` ${value(change.before)} → ${value(change.after)}`)),
    (step.emitted ?? []).map(type => h('li', {}, `emitted ${type}`)),
    step.failure && h('li', { class: 'mark' }, step.failure))];
}

/** A path that may be broken after a folder. */
const folded = path => path.split(/(?<=\/)/).flatMap(part => [part, h('wbr')]);

const figures = ({ minute, hour }) => h('table', { class: 'figures' },
  h('thead', {}, h('tr', {}, h('td', {}), ['Fired', 'Stopped', 'Failed'].map(word => h('th', { scope: 'col' }, word)))),
  h('tbody', {}, [['Last minute', minute], ['Last hour', hour]].map(([words, counts]) => h('tr', {},
    h('th', { scope: 'row' }, words),
    h('td', {}, short(counts.fired)), h('td', {}, short(counts.stopped)),
    h('td', { class: counts.failed > 0 && 'mark' }, short(counts.failed))))));
