import { h } from '/pages/drawing.js';
import '/pages/theme-switch.js';
import { Detail } from './detail.js';
import { short } from './numbers.js';
import { Graph } from './graph.js';
import { List } from './list.js';
import { matches, Model } from './model.js';
import { connect, signIn } from './session.js';

const WORDS = { live: 'Live', connecting: 'Connecting', offline: 'Offline' };
const SIZES = [0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5];
const NARROW = matchMedia('(max-width: 40rem)');

const at = id => document.getElementById(id);
const wanted = { words: [], groups: new Set(), busy: false };
let backend;
let model;
let chosen;
let graph;
let list;
let detail;
let size = NARROW.matches ? 2 : 4;

function begin() {
  backend?.close();
  backend = connect();
  backend.onStatus(status => {
    at('status').dataset.status = status;
    at('status').querySelector('.word').textContent = WORDS[status];
  });
  backend.onProblem(({ problem, event }) => !event && refused(problem));
  backend.live(['view/rules'], message => hear(message.event.data?.rows ?? []));
}

function hear(rows) {
  if (rows.length === 0) {
    at('note')?.replaceChildren('There are no rules.');
    return;
  }
  const next = new Model(rows);
  const known = model && [...model.rules.keys()].join() === [...next.rules.keys()].join();
  model = next;
  if (!known) {
    draw();
  }
  graph.count(model);
  list.count(model);
  detail.count(model);
  facts();
  if (wanted.busy) {
    filter();
  }
}

/** The rules are others, or here for the first time. */
function draw() {
  detail?.show();
  graph = new Graph(model, choose);
  list = new List(model, choose);
  detail = new Detail(at('detail'), {
    choose, ask: path => backend.request(path),
    follow: tell => backend.live(['view/latest-events'], message => tell(message.event.data?.rows ?? [])),
  });
  at('map').replaceChildren(graph.element, list.element, h('p', { class: 'note', id: 'none', role: 'status', hidden: true },
    'No rule is like that.'));
  at('groups').replaceChildren(...model.groups.map(group => h('button',
    { type: 'button', class: 'chip', 'aria-pressed': 'false',
    onclick: ({ currentTarget }) => toggle(group, currentTarget) }, group)));
  at('tools').hidden = false;
  resize(0);
  as(at('as-list').getAttribute('aria-pressed') === 'true');
  filter();
  fromAddress();
}

function facts() {
  const rows = [...model.rules.values()];
  const sum = (span, what) => rows.reduce((all, row) => all + row.counts[span][what], 0);
  const failed = sum('hour', 'failed');
  at('facts').replaceChildren(`${rows.length} rules · ${model.types.size} event types · `,
    h('b', {}, short(sum('minute', 'fired'))),
    ' fired in the last minute', ...failed ? [' · ', h('b', { class: 'mark' }, `${short(failed)} failed this hour`)] : []);
}

function choose(what) {
  const before = chosen;
  chosen = what;
  detail.show(what, model);
  graph.light(what);
  document.body.classList.toggle('choosing', Boolean(what));
  history.replaceState(null, '', what ? `#${what.rule ? 'rule' : 'event'}=${what.rule ?? what.type}` : location.pathname);
  if (what && !document.activeElement?.closest('.graph')) {
    at('detail').querySelector('.close').focus();
    graph.element.hidden || graph.reveal(what);
  }
  if (!what && before && !graph.element.hidden) {
    graph.reveal(before);
  }
}

function fromAddress() {
  const [, kind, name] = /^#(rule|event)=(.+)$/.exec(location.hash) ?? [];
  if (kind === 'rule' && model.rules.has(name)) {
    choose({ rule: name });
  } else if (kind === 'event' && model.types.has(name)) {
    choose({ type: name });
  }
}

function toggle(group, button) {
  if (!wanted.groups.delete(group)) {
    wanted.groups.add(group);
  }
  button.setAttribute('aria-pressed', wanted.groups.has(group));
  filter();
}

function filter() {
  const isWanted = row => matches(model.rules.get(row.rule), wanted);
  graph.show(isWanted);
  list.show(isWanted, model);
  at('none').hidden = [...model.rules.values()].some(isWanted);
}

function as(aList) {
  graph.element.hidden = aList;
  list.element.hidden = !aList;
  at('zoom').hidden = aList;
  at('as-graph').setAttribute('aria-pressed', !aList);
  at('as-list').setAttribute('aria-pressed', aList);
}

function resize(step) {
  size = Math.min(SIZES.length - 1, Math.max(0, size + step));
  graph.element.style.fontSize = `${SIZES[size]}rem`;
  at('usual').textContent = `${Math.round(SIZES[size] * 100)}%`;
}

function refused(problem) {
  if (problem.status !== 401 && problem.status !== 403) {
    at('note')?.replaceChildren(problem.detail ?? problem.title);
    return;
  }
  const token = h('input', { type: 'password', autocomplete: 'off', required: true, id: 'token' });
  at('tools').hidden = true;
  at('map').replaceChildren(h('form', { class: 'sign-in', onsubmit: event => {
    event.preventDefault();
    model = undefined;
    signIn(token.value);
    begin();
  } }, h('h1', {}, 'For operators'), h('p', {}, problem.status === 403 ? 'Whoever you are, this map is not shown to you.'
    : 'The map is shown to the roles sre and admin.'), h('label', { for: 'token' }, 'Your token'), token,
  h('button', { type: 'submit' }, 'Show the map')));
}

at('search').addEventListener('input', ({ target }) => {
  wanted.words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
  filter();
});
at('busy').addEventListener('change', ({ target }) => {
  wanted.busy = target.checked;
  filter();
});
at('as-graph').addEventListener('click', () => as(false));
at('as-list').addEventListener('click', () => as(true));
at('smaller').addEventListener('click', () => resize(-1));
at('larger').addEventListener('click', () => resize(1));
at('usual').addEventListener('click', () => resize(4 - size));
addEventListener('keydown', event => {
  if (event.key === 'Escape' && chosen) {
    choose();
  } else if (event.key === '/' && !event.target.closest('input') && !at('tools').hidden) {
    event.preventDefault();
    at('search').focus();
  }
});
begin();
