import { Cartwright } from '/cartwright.js';

/** The way to the back end. The token is of this tab alone, and the dashboard's, too. */

const KEPT = 'cartwright:dashboard:token';

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? '{"identity":"dashboard","token":null}');

/** What is asked as whoever has shown a token, if anybody has. */
export function connect() {
  const { identity, token } = kept();
  return new Cartwright({ source: '/rules', identity, token: async () => token });
}

/** Shows this token from now on. */
export function signIn(token) {
  sessionStorage.setItem(KEPT, JSON.stringify({ identity: crypto.randomUUID(), token }));
}
