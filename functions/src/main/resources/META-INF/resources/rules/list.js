import { h } from '/pages/drawing.js';
import { short } from './numbers.js';

/** The same map as a table. */
export class List {
  #rows = new Map();
  element = h('div', { class: 'list', hidden: true, tabindex: '0', role: 'region', 'aria-label': 'Rules as a table' });

  /** @param choose called with `{rule}` or `{type}` */
  constructor(model, choose) {
    const body = [...model.rules.values()].map(row => {
      const fired = h('td', { class: 'number' });
      const failed = h('td', { class: 'number' });
      const types = names => h('td', {}, names.map(type =>
        h('button', { type: 'button', class: 'link', onclick: () => choose({ type }) }, type)));
      const line = h('tr', {},
        h('th', { scope: 'row' },
          h('button', { type: 'button', class: 'link', onclick: () => choose({ rule: row.rule }) }, row.rule),
          h('span', { class: 'sentence' }, row.sentence)),
        h('td', {}, row.group), types(row.on), h('td', {}, row.conditions.join('; ') || 'always'), types(row.emits),
        fired, failed);
      this.#rows.set(row.rule, { line, fired, failed });
      return line;
    });
    this.element.append(h('table', {}, h('caption', { class: 'unseen' }, 'All rules'), h('thead', {}, h('tr', {},
      ['Rule', 'Group', 'On', 'If', 'Emits', 'Fired this hour', 'Failed'].map(word => h('th', { scope: 'col' }, word)))),
    h('tbody', {}, body)));
  }

  count(model) {
    for (const { rule, counts: { hour } } of model.rules.values()) {
      const { fired, failed } = this.#rows.get(rule);
      fired.textContent = short(hour.fired);
      failed.textContent = hour.failed ? short(hour.failed) : '–';
      failed.classList.toggle('mark', hour.failed > 0);
    }
  }

  show(isWanted, model) {
    this.#rows.forEach(({ line }, rule) => { line.hidden = !isWanted(model.rules.get(rule)); });
  }
}
