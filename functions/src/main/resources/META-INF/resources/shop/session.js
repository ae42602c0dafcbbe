import { Cartwright, Refused } from '/cartwright.js';

/** Who shops in this browser, and the way to the back end: of all tabs, and of all elements, whatever page they are on. */

const HOME = new URL(import.meta.url).origin;
const KEPT = 'cartwright:shop:identity';
const SOURCE = '/shop';
const RENEWAL = 60 * 60 * 1000;
const PATIENCE = 5000;
const server = HOME === location.origin ? {} : { url: HOME };

let beginning;
let identity; // {kind: 'guest' | 'user', id, name, token, expires}
let shop;

/** Tells every element who shops, now that it is known or another. */
function announce() {
  const { kind, id, name } = identity;
  document.dispatchEvent(new CustomEvent('identity-changed', { detail: { kind, id, name } }));
}

/** Calls with the shopper's back end and with who that is, as soon as that is known and whenever it is another. */
export function onIdentity(callback) {
  beginning ??= begin().catch(reportError);
  const listener = () => callback(shop, identity);
  document.addEventListener('identity-changed', listener);
  if (shop) {
    listener();
  }
  return () => document.removeEventListener('identity-changed', listener);
}

async function begin() {
  addEventListener('storage', event => {
    if (event.key === KEPT && event.newValue) {
      become(JSON.parse(event.newValue));
    }
  });
  for (let wait = 500; !shop; wait = Math.min(wait * 2, 15_000)) {
    try {
      become(await known());
    } catch (problem) {
      document.dispatchEvent(new CustomEvent('shop-unreachable', { detail: { problem } }));
      await new Promise(resolve => { setTimeout(resolve, wait); });
    }
  }
}

/** What the browser remembers, else a new guest; two tabs that open at once are one guest. */
function known() {
  return alone(async () => {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (kept?.kind === 'user' || kept && kept.expires > Date.now()) {
      return kept;
    }
    return remember(await guest());
  });
}

const alone = work => navigator.locks ? navigator.locks.request(KEPT, work) : work();

function remember(one) {
  localStorage.setItem(KEPT, JSON.stringify(one));
  return one;
}

/** A new guest; with the token of a guest, the same one for longer. */
async function guest(token) {
  const answer = await new Anonymous().request('/guests', { method: 'POST', token });
  return { kind: 'guest', id: answer.guest_id, token: answer.token, expires: Date.parse(answer.expires_at) };
}

/** Asks for nobody's events and keeps none. */
class Anonymous {
  async request(path, init) {
    const asking = new Cartwright({ ...server, source: SOURCE, identity: 'nobody' });
    try {
      return await asking.request(path, init);
    } finally {
      asking.close();
    }
  }
}

function become(next) {
  if (identity?.id === next.id) {
    identity = next;
    return;
  }
  shop?.close();
  identity = next;
  shop = connected(next);
  announce();
}

const connected = one => new Cartwright({
  ...server, source: SOURCE, identity: one.id, token: (event, rejected) => token(one, rejected),
});

async function token(one, rejected) {
  const now = identity?.id === one.id ? identity : one;
  if (now.kind !== 'guest' || now.expires - Date.now() > RENEWAL && now.token !== rejected) {
    return now.token ?? null;
  }
  return alone(async () => {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (kept?.id === now.id && kept.token !== now.token) {
      identity = kept;
      return kept.token;
    }
    identity = remember(await guest(now.token));
    return identity.token;
  }).catch(failure => {
    if (failure instanceof Refused) {
      // A guest that was away for too long is nobody any longer: begin anew.
      alone(async () => remember(await guest())).then(become).catch(reportError);
    }
    return now.token;
  });
}

/** How one signs in here: {development, guests, issuer}. */
export const identities = () => new Anonymous().request('/identity');

/** The guest turns out to be this user, and the guest's cart becomes the user's. */
export async function signIn({ id, name, token: shown = null }) {
  const before = identity;
  if (before.kind === 'guest') {
    await allSent('Sign in');
  }
  const user = { kind: 'user', id, name, token: shown };
  // why not as whoever is known: that one's token may be the one that is good no longer.
  const asking = new Cartwright({ ...server, source: SOURCE, identity: id, token: async () => shown });
  try {
    // why first: what is sent with a token that is not good is kept until there is a better one.
    await asking.request('/views/top-products?limit=1');
    if (before.kind === 'guest') {
      await asking.emit('guest-signed-in', { guest_id: before.id, user_id: id },
        { subject: `user/${before.id}`, guest: await token(before) });
    }
    if (name) {
      await asking.emit('user-profile-updated', { user_id: id, name }, { subject: `user/${id}` });
    }
  } finally {
    asking.close();
  }
  become(remember(user));
}

/** A guest again, with a cart of its own. */
export async function signOut() {
  await allSent('Sign out');
  become(await alone(async () => remember(await guest())));
}

/** What waits is the one's who did it: nobody else's token would send it. What was just done may take a moment. */
async function allSent(wish) {
  for (const end = Date.now() + PATIENCE; shop.waiting > 0 && navigator.onLine && Date.now() < end;) {
    await new Promise(resolve => { setTimeout(resolve, 50); });
  }
  if (shop.waiting > 0 || !navigator.onLine) {
    throw new Error(`Some of what you did may not have reached the shop yet. ${wish} when you are connected again.`);
  }
}
