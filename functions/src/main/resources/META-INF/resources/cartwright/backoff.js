const FIRST = 500;
const LONGEST = 15_000;

/** Milliseconds to wait after so many failures in a row: twice as long each time, and never in step with others. */
export function backoff(failures) {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10));
  return whole / 2 + Math.random() * whole / 2;
}

/** Waits, or less long where the signal ends it. */
export function pause(millis, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
