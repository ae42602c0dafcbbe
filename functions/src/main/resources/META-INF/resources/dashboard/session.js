import { Cartwright } from '/cartwright.js';

/** The way to the back end, for all elements of the page. */

const KEPT = 'cartwright:dashboard:token';

let backend;

// why of this tab alone: the token of somebody who may close incidents should not outlive the tab.
const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? '{"identity":"dashboard","token":null}');

/** True where somebody has shown a token. */
export const isSignedIn = () => kept().token !== null;

export function begin() {
  const { identity, token } = kept();
  backend?.close();
  backend = new Cartwright({ source: '/dashboard', identity, token: async () => token });
  document.dispatchEvent(new CustomEvent('backend-changed', { detail: backend }));
  backend.onProblem(({ problem, event }) => !event
    && document.dispatchEvent(new CustomEvent('refused', { detail: problem })));
}

/** Shows this token from now on; null shows none. */
export function signIn(token) {
  if (token) {
    sessionStorage.setItem(KEPT, JSON.stringify({ identity: crypto.randomUUID(), token }));
  } else {
    sessionStorage.removeItem(KEPT);
  }
  begin();
}

/** Calls with the back end, now and whenever it is asked as somebody else. */
export function onBackend(callback) {
  const listener = () => callback(backend);
  document.addEventListener('backend-changed', listener);
  if (backend) {
    listener();
  }
  return () => document.removeEventListener('backend-changed', listener);
}
