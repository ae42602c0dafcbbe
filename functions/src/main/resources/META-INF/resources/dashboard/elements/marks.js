import { h, svg } from '/pages/drawing.js';

/** Every state has a shape and a word besides its colour: nobody needs to tell colours apart. */

const SHAPES = {
  good: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM12.2 5.4 11 4.2 6.9 8.6 5 6.8 3.8 8 6.9 11Z',
  minor: 'M8 .8 16 15.2H0Z',
  major: 'M8 0l8 8-8 8-8-8Z',
  critical: 'M5 0h6l5 5v6l-5 5H5l-5-5V5ZM5.2 4 4 5.2 6.8 8 4 10.8 5.2 12 8 9.2 10.8 12 12 10.8 9.2 8 12 5.2 10.8 4 8 6.8Z',
  unknown: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6Z',
  up: 'M8 1l7 8h-4v6H5V9H1Z',
  dot: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  square: 'M2 2h12v12H2Z',
  cross: 'M3 .5 8 5.5 13 .5 15.5 3 10.5 8l5 5-2.5 2.5-5-5-5 5L.5 13l5-5-5-5Z',
  again: 'M8 2V0l4.5 3.5L8 7V5a4 4 0 1 0 4 4h2.6A6.6 6.6 0 1 1 8 2.4Z',
};

export const SERVICE = {
  operational: { shape: 'good', tone: 'good', word: 'Operational' },
  asleep: { shape: 'good', tone: 'unknown', word: 'Scaled to zero' },
  degraded: { shape: 'minor', tone: 'minor', word: 'Degraded' },
  'partial-outage': { shape: 'major', tone: 'major', word: 'Partial outage' },
  'major-outage': { shape: 'critical', tone: 'critical', word: 'Major outage' },
  silent: { shape: 'unknown', tone: 'unknown', word: 'Silent' },
  unknown: { shape: 'unknown', tone: 'unknown', word: 'Unknown' },
};

export const IMPACT = {
  minor: { shape: 'minor', tone: 'minor', word: 'Minor' },
  major: { shape: 'major', tone: 'major', word: 'Major' },
  critical: { shape: 'critical', tone: 'critical', word: 'Critical' },
  resolved: { shape: 'good', tone: 'good', word: 'Resolved' },
};

export const SEVERITY = {
  critical: { shape: 'critical', tone: 'critical', word: 'Critical' },
  warning: { shape: 'minor', tone: 'minor', word: 'Warning' },
  cleared: { shape: 'good', tone: 'good', word: 'Cleared' },
};

export const OUTCOME = {
  applied: { shape: 'dot', tone: 'good', word: 'applied' },
  discarded: { shape: 'unknown', tone: 'unknown', word: 'discarded' },
  'dead-lettered': { shape: 'cross', tone: 'critical', word: 'dead-lettered' },
};

export const ACTIVITY = {
  deploy: { shape: 'up', tone: 'news', word: 'Deployed' },
  'instance-started': { shape: 'dot', tone: 'good', word: 'Started' },
  'instance-stopped': { shape: 'square', tone: 'unknown', word: 'Stopped' },
  'instance-silent': { shape: 'cross', tone: 'critical', word: 'Silent' },
  replay: { shape: 'again', tone: 'news', word: 'Replay' },
  'incident-opened': { shape: 'critical', tone: 'critical', word: 'Incident' },
  'incident-resolved': { shape: 'good', tone: 'good', word: 'Resolved' },
};

const UNKNOWN = { shape: 'unknown', tone: 'unknown' };

/** How something is called here; a word that is new stands for itself. */
export const known = (words, key) => words[key] ?? { ...UNKNOWN, word: `${key ?? 'unknown'}` };

/** Of the shape's 16 by 16, for a canvas. */
export const pathOf = shape => new Path2D(SHAPES[shape]);

export const shape = ({ shape: name, tone }) =>
  svg('svg', { viewBox: '0 0 16 16', class: tone, 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[name], 'fill-rule': 'evenodd' }));

/** Shape and word. */
export const mark = state => h('span', { class: `mark ${state.tone}` }, shape(state), state.word);
