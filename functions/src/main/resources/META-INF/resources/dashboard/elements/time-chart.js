import { h, patch, svg } from '/pages/drawing.js';
/* global uPlot */
import { DashElement } from './dash-element.js';
import { time } from './figures.js';
import { drawIncidents, drawMarks, markAt } from './time-marks.js';

const HEIGHT = 190;
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3]];
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Lines over time, with units, with gaps where nothing is known. Tells `time-hovered` over a mark. */
class TimeChart extends DashElement {
  static css = `
    :host { display: grid; grid-template-rows: auto 1fr auto; grid-template-columns: minmax(0, 1fr); }
    h3 { display: flex; align-items: baseline; gap: .5rem; }
    h3 span { font-weight: 400; }
    ul {
      display: flex; flex-wrap: wrap; align-content: start; gap: 0 1rem; min-height: 1.7rem;
      margin: .15rem 0 .4rem; font-size: .88rem;
    }
    li { display: inline-flex; align-items: center; gap: .4rem; color: var(--soft); }
    li b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
    li svg { width: 1.5rem; height: .5rem; }
    .line-1 { stroke: var(--series-1); } .line-2 { stroke: var(--series-2); } .line-3 { stroke: var(--series-3); } .line-4 { stroke: var(--series-4); }
    /* A canvas is as wide as the window was until it is told otherwise. */
    .plot { height: ${HEIGHT}px; overflow: hidden; }
    .at { margin-left: auto; font-variant-numeric: tabular-nums; }
    .u-cursor-x { border-color: var(--soft) !important; }
  `;

  #chart;
  #told;
  #plot;
  #box = h('div', { class: 'plot', role: 'img' });
  #legend = h('ul', {});
  #time = h('span', { class: 'label at' });
  #at = null;

  set chart(chart) { this.#chart = chart; }

  set told(told) {
    this.#told = told;
    if (this.#plot) {
      this.#plot.setData(this.#data());
      this.#write();
    }
  }

  build() {
    const { title, unit } = this.#chart;
    this.shadowRoot.replaceChildren(h('link', { rel: 'stylesheet', href: '/dashboard/vendor/uplot-1.6.32/uPlot.min.css' }),
      h('h3', {}, title, h('span', { class: 'label' }, unit), this.#time), this.#legend, this.#box);
    this.hear('theme-changed', () => this.#begin());
    new ResizeObserver(() => this.#fit()).observe(this.#box);
    this.#begin();
  }

  #fit() {
    const width = Math.floor(this.#box.clientWidth);
    if (this.#plot && width > 0 && width !== this.#plot.width) {
      this.#plot.setSize({ width, height: HEIGHT });
    }
  }

  #begin() {
    this.#plot?.destroy();
    this.#plot = new uPlot(this.#options(), this.#data(), this.#box);
    this.#write();
  }

  #data() {
    return [this.#told.times, ...this.#chart.lines.map(([field]) => this.#told.fields[field])];
  }

  #options() {
    const color = name => this.#color(name);
    const axis = { stroke: color('soft'), font: '12px system-ui, sans-serif',
      grid: { stroke: color('grid'), width: 1 }, ticks: { show: false } };
    const lines = this.#chart.lines.map(([, label],
      i) => ({ label, stroke: color(`series-${i + 1}`), width: 2, dash: DASHES[i], spanGaps: false,
        points: { filter: alone } }));
    return {
      width: Math.max(200, this.#box.clientWidth), height: HEIGHT, legend: { show: false }, padding: [14, 20, 0, 0],
      cursor: { sync: { key: 'dashboard' }, y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: true, range: () => [this.#told.times[0], this.#told.times.at(-1)] },
        y: { range: (_, min, max) => [0, this.#top(max)] } },
      axes: [{ ...axis, space: 70, size: 28, values: (_, ticks) => ticks.map(tick => minute.format(tick * 1000)) },
        { ...axis, space: 36, size: 66, values: (_, ticks) => ticks.map(this.#chart.show) }],
      series: [{}, ...lines],
      hooks: { drawClear: [plot => drawIncidents(plot, this.#told.incidents, color)],
        draw: [plot => drawMarks(plot, this.#told.activity, color)], setCursor: [plot => this.#hover(plot)] },
    };
  }

  #top(max) {
    return Math.min(Math.max(1, (max ?? 0) * 1.15), this.#chart.top && max <= this.#chart.top ? this.#chart.top : Infinity);
  }

  /** As it is in the theme of now: a canvas knows no custom properties. */
  #color(name) {
    this.#box.style.color = `var(--${name})`;
    return getComputedStyle(this.#box).color;
  }

  #hover(plot) {
    this.#at = plot.cursor.idx;
    this.#write();
    if (plot.cursor.event) {
      this.tell('time-hovered', markAt(plot, this.#told.activity));
    }
  }

  /** The values under the cursor, else the latest. */
  #write() {
    const { times, fields } = this.#told;
    const { lines, show, title } = this.#chart;
    const latest = times.findLastIndex((_, i) => lines.some(([field]) => fields[field][i] !== null));
    const at = this.#at ?? latest;
    const words = lines.map(([field, label]) => ({ label, value: show(fields[field][at]) }));
    patch(this.#legend, words.map(({ label, value }, i) => h('li', {}, this.#sample(i), label, h('b', {}, value))));
    this.#time.textContent = this.#at === null ? '' : time(times[at] * 1000);
    this.#box.setAttribute('aria-label',
      `${title} over time; latest: ${words.map(one => `${one.label} ${one.value}`).join(', ')}`);
  }

  #sample(i) {
    return svg('svg', { viewBox: '0 0 24 8', 'aria-hidden': 'true' },
      svg('path', { d: 'M0 4H24', class: `line-${i + 1}`, 'stroke-width': 3, 'stroke-dasharray': DASHES[i].join(' ') }));
  }
}

/** A value between gaps is a point: there is no line to see. */
const alone = ({ data },
  series) => data[series].flatMap((value, i,
    all) => (value !== null && all[i - 1] == null && all[i + 1] == null ? [i] : []));

customElements.define('time-chart', TimeChart);
