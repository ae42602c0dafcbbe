import { h } from '/pages/drawing.js';
import { UNKNOWN, count, day, percent } from './figures.js';

const DAYS = 90;
const MONTH = 30;
const MILLIS = 86_400_000;
const BAD = .99;

/** The bars of 90 days: what a day was is told by its height and its colour, and the bad ones in words. */
export const DAYS_CSS = `
  .days {
    display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: clamp(1px, .16vw, 3px);
    height: 2.25rem; align-items: end;
  }
  .days span { height: 100%; border-radius: 2px; background: var(--good); }
  .days .missed { height: 72%; background: var(--minor); }
  .days .bad { height: 45%; background: var(--critical); }
  .days .none { height: 100%; background: var(--raised); }
  .days span:hover { filter: brightness(1.2); }
  .scale {
    display: flex; justify-content: space-between; gap: 1rem; margin-top: .4rem; color: var(--soft);
    font-size: .8rem;
  }
  .scale > :nth-child(2) { text-align: center; }
  .scale > :nth-child(odd) { white-space: nowrap; }
  .month { display: none; }
  @media (max-width: 40rem) { .days span:nth-child(-n+60), .quarter { display: none; } .month { display: inline; } }
`;

export function availabilityDays({ days, objective }, now) {
  const told = new Map(days.map(one => [one.day, one]));
  const all = Array.from({ length: DAYS }, (_, i) => new Date(now - (DAYS - 1 - i) * MILLIS).toISOString().slice(0, 10))
    .map(date => told.get(date) ?? { day: date });
  const shown = (name, some) => h('span', { class: name }, summary(some, objective));
  return [
    h('div', { class: 'days', role: 'img', 'aria-label': `Availability by day, ${DAYS} days: ${summary(all, objective)}` },
      all.map(one => h('span', { class: tone(one, objective), title: words(one) }))),
    h('div', { class: 'scale' },
      h('span', {}, h('span', { class: 'quarter' }, `${DAYS} days ago`), h('span', { class: 'month' }, `${MONTH} days ago`)),
      h('span', {}, shown('quarter', all), shown('month', all.slice(-MONTH))), h('span', {}, 'Today')),
  ];
}

const tone = ({ availability }, objective) => availability == null ? 'none' : availability >= objective ? 'fine'
  : availability >= BAD ? 'missed' : 'bad';

const words = ({ day: date, availability, requests, errors }) => availability == null ? `${day(date)}: nothing was asked`
  : `${day(date)}: ${percent(availability, 3)} of ${count(requests, 'request')}, ${count(errors, 'error')}`;

function summary(all, objective) {
  const missed = all.filter(({ availability }) => availability != null && availability < objective);
  const worst = missed.reduce((one, other) => (one && one.availability <= other.availability ? one : other), undefined);
  return worst ? `${missed.length} of ${all.length} days below the objective, worst ${day(worst.day)} with ${percent(worst.availability)}`
    : all.some(one => one.availability != null) ? 'No day below the objective'
      : `Nothing was asked yet ${UNKNOWN} no day to tell of`;
}
