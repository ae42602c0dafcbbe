import { h, svg } from '/pages/drawing.js';
import { short } from './numbers.js';

const COLOURS = 6;
const PULSE = 1800;
/** Where the page is so narrow that what is chosen lies over the map's lower half. */
const COVERED = matchMedia('(max-width: 62rem)');
const HEADS = ['When this happens,', 'this rule decides,', 'and this follows.'];

/** The map as a drawing: a band for each function group, in it events, rules and what these emit, from left to right. */
export class Graph {
  #model;
  #choose;
  #bands = [];
  #nodes = new Map();
  #watcher = new ResizeObserver(entries => entries.forEach(({ target }) => this.#drawLines(target)));
  element = h('div', { class: 'graph' });

  /** @param choose called with `{rule}` or `{type}` */
  constructor(model, choose) {
    this.#model = model;
    this.#choose = choose;
    this.element.addEventListener('keydown', event => this.#walk(event));
    this.element.append(...model.groups.map((group, place) => this.#band(model.band(group), place)));
    this.element.querySelector('.node')?.setAttribute('tabindex', '0');
  }

  #band({ group, on, rules, emits }, place) {
    const lines = svg('svg', { class: 'lines', 'aria-hidden': 'true' });
    const element = h('section', { class: `band hue${place % COLOURS}`, 'aria-label': `Function group ${group}` },
      h('h2', {}, h('span', { class: 'swatch', 'aria-hidden': 'true' }), group,
        h('small', {}, `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`)),
      h('div', { class: 'columns' }, lines,
        HEADS.map(words => h('p', { class: 'head', 'aria-hidden': 'true' }, words)),
        h('ul', { class: 'column', 'aria-label': 'Events' }, on.map(type => this.#event(type, 'in'))),
        h('ul', { class: 'column', 'aria-label': 'Rules' }, rules.map(row => this.#rule(row))),
        h('ul', { class: 'column', 'aria-label': 'Emitted events' }, emits.map(type => this.#event(type, 'out')))));
    this.#bands.push({ element, lines, rules, on, emits });
    this.#watcher.observe(element);
    return element;
  }

  #event(name, side) {
    const type = this.#model.types.get(name);
    const place = this.#model.groups.indexOf(type.group);
    const sent = type.senders.length > 0 && side === 'in';
    const goesOn = side === 'out' && type.triggers.length > 0;
    return h('li', {}, this.#node(`${side} ${name}`, { type: name }, {
      class: `node event ${side}${side === 'out' && place >= 0 ? ` hue${place % COLOURS}` : ''}`,
    }, h('span', { class: 'name' }, name),
      h('span', { class: 'more' }, type.kind && h('span', { class: 'kind' }, type.kind),
        sent && h('span', { class: 'sent', title: `Sent by ${type.senders.join(', ')}` }, '↘ from outside'),
        goesOn && h('span', { class: 'on' }, `→ ${type.group ?? 'all'}`),
        side === 'out' && !goesOn && h('span', { class: 'on' }, 'no rule'))));
  }

  #rule(row) {
    return h('li', {}, this.#node(`rule ${row.rule}`, { rule: row.rule }, { class: 'node rule' },
      h('span', { class: 'name' }, row.rule), h('span', { class: 'sentence' }, row.sentence),
      h('span', { class: 'counts' })));
  }

  #node(key, what, attributes, ...children) {
    const node = h('button', { type: 'button', tabindex: '-1', ...attributes, onclick: () => this.#choose(what) },
      ...children);
    node.what = what;
    this.#nodes.set(key, node);
    return node;
  }

  /** Shows how often each rule fired; those that did since are seen to. */
  count(model) {
    const before = this.#model;
    this.#model = model;
    for (const row of model.rules.values()) {
      const node = this.#nodes.get(`rule ${row.rule}`);
      node.querySelector('.counts').replaceChildren(...counts(row.counts));
      node.classList.toggle('busy', row.counts.minute.fired > 0);
      node.classList.toggle('failed', row.counts.hour.failed > 0);
      if (before !== model && row.counts.hour.fired > before.rules.get(row.rule).counts.hour.fired) {
        this.#pulse(row);
      }
    }
  }

  #pulse(row) {
    const lit = [this.#nodes.get(`rule ${row.rule}`),
      ...this.element.querySelectorAll(`path[data-rule="${CSS.escape(row.rule)}"]`)];
    lit.forEach(one => one.classList.add('pulse'));
    setTimeout(() => lit.forEach(one => one.classList.remove('pulse')), PULSE);
  }

  /** Leaves the bands' rules that are wanted, and the events of these. */
  show(isWanted) {
    for (const { element, rules, on, emits } of this.#bands) {
      const left = rules.filter(isWanted);
      const show = (key, wanted) => { this.#nodes.get(key).parentElement.hidden = !wanted; };
      rules.forEach(row => show(`rule ${row.rule}`, left.includes(row)));
      on.forEach(type => show(`in ${type}`, left.some(row => row.on.includes(type))));
      emits.forEach(type => show(`out ${type}`, left.some(row => row.emits.includes(type))));
      element.hidden = left.length === 0;
      this.#drawLines(element);
    }
  }

  /** Lights up what leads to the chosen rule or event and what follows from it. */
  light(what) {
    const chain = what && this.#model.chain(what);
    this.element.classList.toggle('lit', Boolean(chain));
    for (const node of this.#nodes.values()) {
      const { rule, type } = node.what;
      node.classList.toggle('far', Boolean(chain) && !(rule ? chain.rules.has(rule) : chain.types.has(type)));
      node.setAttribute('aria-pressed', Boolean(what) && rule === what.rule && type === what.type);
    }
    for (const line of this.element.querySelectorAll('path[data-rule]')) {
      line.classList.toggle('near',
        Boolean(chain) && chain.rules.has(line.dataset.rule) && chain.types.has(line.dataset.type));
    }
  }

  /** Shows where a rule, or where an event triggers rules, stands; else where it is emitted. */
  reveal({ rule, type }) {
    const node = this.#nodes.get(rule ? `rule ${rule}` : `in ${type}`) ?? this.#nodes.get(`out ${type}`);
    node.scrollIntoView({ block: COVERED.matches ? 'start' : 'center', inline: 'center' });
    this.#focus(node);
  }

  #drawLines(element) {
    const { lines, rules, on, emits } = this.#bands.find(band => band.element === element);
    const { clientWidth: width, clientHeight: height } = lines.parentElement;
    lines.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const near = new Set([...lines.querySelectorAll('.near')].map(line => line.dataset.key));
    const drawn = rules.flatMap(row => [
      ...row.on.filter(type => on.includes(type)).map(type => this.#line(`in ${type}`, `rule ${row.rule}`, row.rule, type)),
      ...row.emits.filter(type => emits.includes(type))
        .map(type => this.#line(`rule ${row.rule}`, `out ${type}`, row.rule, type)),
    ]).filter(Boolean);
    drawn.forEach(line => line.classList.toggle('near', near.has(line.dataset.key)));
    lines.replaceChildren(...drawn);
  }

  #line(from, to, rule, type) {
    const [left, right] = [this.#nodes.get(from), this.#nodes.get(to)];
    if (left.parentElement.hidden || right.parentElement.hidden) {
      return undefined;
    }
    const x1 = left.offsetLeft + left.offsetWidth;
    const y1 = left.offsetTop + left.offsetHeight / 2;
    const x2 = right.offsetLeft - 7;
    const y2 = right.offsetTop + right.offsetHeight / 2;
    const bend = Math.max(18, (x2 - x1) * 0.5);
    return svg('path', {
      'data-rule': rule, 'data-type': type, 'data-key': `${from} ${to}`,
      d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}m-5 -4l6 4l-6 4`,
    });
  }

  #walk(event) {
    const node = event.target.closest('.node');
    const to = node && { ArrowUp: () => beside(node, -1), ArrowDown: () => beside(node, 1),
      ArrowLeft: () => across(node, -1), ArrowRight: () => across(node, 1) }[event.key]?.();
    if (to) {
      event.preventDefault();
      this.#focus(to);
    }
  }

  #focus(node) {
    this.element.querySelectorAll('.node[tabindex="0"]').forEach(one => one.setAttribute('tabindex', '-1'));
    node.setAttribute('tabindex', '0');
    node.focus();
  }
}

/** The next one up or down in its column, in the next band where there is none left. */
function beside(node, step) {
  const place = node.closest('ul').getAttribute('aria-label');
  const all = shown(node.closest('.graph').querySelectorAll(`ul[aria-label="${place}"] .node`));
  return all[all.indexOf(node) + step];
}

/** The nearest one in the next column. */
function across(node, step) {
  const columns = [...node.closest('.columns').querySelectorAll('ul')];
  const column = columns[columns.indexOf(node.closest('ul')) + step];
  const middle = one => one.offsetTop + one.offsetHeight / 2;
  return column && shown(column.querySelectorAll('.node'))
    .sort((a, b) => Math.abs(middle(a) - middle(node)) - Math.abs(middle(b) - middle(node)))[0];
}

const shown = nodes => [...nodes].filter(one => one.offsetParent !== null);

/** How often a rule fired, and whether it failed. */
function counts({ minute, hour }) {
  return [
    hour.failed > 0 && h('b', { class: 'mark' }, `${short(hour.failed)} failed`),
    hour.fired > 0 ? h('span', { class: 'fired' }, minute.fired > 0 && h('b', {}, `${short(minute.fired)} a minute`),
      minute.fired > 0 ? ` · ${short(hour.fired)} an hour` : `${short(hour.fired)} this hour`)
      : h('span', { class: 'idle' }, 'quiet this hour'),
  ].filter(Boolean);
}
