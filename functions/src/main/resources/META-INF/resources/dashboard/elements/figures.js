/** How numbers and times are written; what is not known is a dash. */

export const UNKNOWN = '–';

const isKnown = value => Number.isFinite(value);
const digits = maximumFractionDigits => new Intl.NumberFormat('en', { maximumFractionDigits });
const formats = [digits(0), digits(1), digits(2)];
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dateOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const STEPS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** As many digits as matter: 0.34, 5.7, 128. */
export const number = value => isKnown(value)
  ? formats[Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 || Number.isInteger(value) ? 1 : 2].format(value) : UNKNOWN;

export const millis = value => isKnown(value)
  ? (value >= 10_000 ? `${number(value / 1000)} s` : `${number(value)} ms`) : UNKNOWN;

/** 99.95 %: never rounded up to what was not reached. */
export const percent = (value, places = 2) => isKnown(value)
  ? `${Math.floor(value * 100 * 10 ** places + 1e-7) / 10 ** places} %` : UNKNOWN;

export function bytes(value) {
  if (!isKnown(value)) {
    return UNKNOWN;
  }
  const power = Math.max(0, Math.min(3, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return `${number(value / 1000 ** power)} ${['B', 'kB', 'MB', 'GB'][power]}`;
}

/** 10:32:07 today, else 3 Nov, 10:32. */
export function time(text) {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) {
    return UNKNOWN;
  }
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : `${dayOf.format(at)}, ${minute.format(at)}`;
}

/** Times in what the rules say, as they are written here. */
export const withTimes = words => `${words ?? ''}`.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, time);

/** Of a day such as 2026-11-21. */
export const day = text => dateOf.format(new Date(`${text}T00:00:00Z`));

/** 3 min ago. */
export function since(text, now) {
  const seconds = Math.max(0, Math.round((now - Date.parse(text)) / 1000));
  const [unit, size] = STEPS.find(([, length]) => seconds >= length) ?? STEPS.at(-1);
  return ago.format(-Math.floor(seconds / size), unit);
}

/** 2 h 5 min. */
export function duration(from, to) {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** `1 instance`, `2 instances`. */
export const count = (many, one) => `${formats[0].format(many)} ${one}${many === 1 ? '' : 's'}`;
