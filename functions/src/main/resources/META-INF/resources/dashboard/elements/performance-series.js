import { UNKNOWN, bytes, millis, number } from './figures.js';

const written = words => value => (Number.isFinite(value) ? words(value) : UNKNOWN);
const perSecond = written(value => `${number(value)} /s`);
const bytesPerSecond = written(value => `${bytes(value)}/s`);
const hundredths = written(value => `${number(value)} %`);

/** What is drawn, from the fields of the view performance; a line has its own colour and its own dashes. */
export const CHARTS = [
  { id: 'latency', title: 'Latency of an event', unit: 'ms', show: millis,
    lines: [['mean_ms', 'mean'], ['p50_ms', 'p50'], ['p95_ms', 'p95'], ['p99_ms', 'p99']] },
  { id: 'throughput', title: 'Throughput', unit: 'per second', show: perSecond,
    lines: [['events_per_s', 'events'], ['requests_per_s', 'requests'], ['errors_per_s', 'errors']] },
  { id: 'response', title: 'Response time of a request', unit: 'ms', show: millis, lines: [['response_ms', 'mean']] },
  { id: 'bandwidth', title: 'Bandwidth', unit: 'bytes per second', show: bytesPerSecond,
    lines: [['bytes_in_per_s', 'in'], ['bytes_out_per_s', 'out']] },
  { id: 'stores', title: 'Answers of the stores', unit: 'ms', show: millis,
    lines: [['redis_ms', 'Redis'], ['bigtable_ms', 'Bigtable']] },
  { id: 'processor', title: 'Processor', unit: '%', show: hundredths, lines: [['cpu_percent', 'mean']], top: 100 },
];

export const WINDOWS = { hour: { seconds: 3_600, step: 10 }, day: { seconds: 86_400, step: 300 } };

/** Of what is young this part of the window is shown. */
const LEAST = 6;

const values = (rows, field) => rows.map(row => row[field]).filter(Number.isFinite);
const mean = (rows, field) => weighted(rows.filter(row => Number.isFinite(row[field])), field);

function weighted(rows, field) {
  const weight = row => row.events_per_s || .001;
  const all = rows.reduce((sum, row) => sum + weight(row), 0);
  return rows.length > 0 ? rows.reduce((sum, row) => sum + row[field] * weight(row), 0) / all : null;
}

// why the worst: percentiles of several services cannot be added, and nobody looks for the best one.
const worst = (rows, field) => (values(rows, field).length > 0 ? Math.max(...values(rows, field)) : null);
const total = (rows, field) => (values(rows, field).length > 0
  ? values(rows, field).reduce((sum, one) => sum + one, 0) : null);

const together = field => (field.endsWith('_per_s') ? total : field === 'mean_ms' || field === 'response_ms'
  || field === 'cpu_percent' ? mean : worst);

/** Times and one array a field, of one service or of all together; null where nothing is known, so that a gap is a gap. */
export function seriesOf(rows, { service, window, now }) {
  const { seconds, step } = WINDOWS[window];
  const end = Math.floor(now / 1000 / step);
  const steps = new Map();
  for (const row of rows.filter(one => !service || one.service === service)) {
    const at = Math.floor(Date.parse(row.time) / 1000 / step);
    steps.set(at, [...steps.get(at) ?? [], row]);
  }
  const most = seconds / step;
  // why no less: a line of a few points right of nothing tells nobody anything.
  const shown = Math.max(most / LEAST, Math.min(most, end - Math.min(end, ...steps.keys()) + 1));
  const times = Array.from({ length: shown + 1 }, (_, i) => end - shown + i);
  const fields = new Set(CHARTS.flatMap(({ lines }) => lines.map(([field]) => field)));
  const of = field => times.map(at => (steps.has(at) ? together(field)(steps.get(at), field) : null));
  return { times: times.map(at => at * step), fields: Object.fromEntries([...fields].map(field => [field, of(field)])) };
}
