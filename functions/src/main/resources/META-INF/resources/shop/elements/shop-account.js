import { Unavailable } from '/cartwright.js';
import { h } from '/pages/drawing.js';
import { identities, signIn, signOut } from '../session.js';
import { ShopElement } from './shop-element.js';

const UNREACHABLE = 'The shop cannot be reached: sign in when you are connected again.';

/** Who shops, and how a guest signs in. Follows user/ID for the name; hears `sign-in-wanted`. */
class ShopAccount extends ShopElement {
  static css = `
    :host { position: relative; }
    #account + .note {
      position: absolute; inset: calc(100% + .4rem) 0 auto auto; z-index: 1;
      width: min(20rem, calc(100vw - 2rem)); box-shadow: var(--shadow);
    }
    .quiet { display: flex; align-items: center; gap: .6rem; background: var(--surface); }
    .face {
      display: grid; place-items: center; width: 1.7rem; height: 1.7rem; margin-left: -.4rem;
      border-radius: 50%; background: var(--accent-soft); font-weight: 700; font-size: .85rem;
    }
    dialog {
      width: min(26rem, calc(100vw - 2rem)); padding: 1.75rem; border: 1px solid var(--line);
      border-radius: var(--round); background: var(--raised); color: var(--ink); box-shadow: var(--shadow);
    }
    dialog::backdrop { background: rgb(20 15 8 / .55); backdrop-filter: blur(3px); }
    form { display: grid; gap: 1rem; }
    label { display: grid; gap: .35rem; font-weight: 600; }
    input {
      min-height: 2.9rem; padding: .5rem .9rem; border: 1px solid var(--soft); border-radius: 12px;
      background: var(--surface); color: var(--ink); font: inherit;
    }
    .do { display: flex; justify-content: flex-end; gap: .6rem; }
  `;

  #who;
  #reason;
  #problem;
  #refusal;
  #byToken = false;

  build() {
    this.hear('sign-in-wanted', ({ reason }) => this.#open(reason));
    this.show();
  }

  follow(shop, who) {
    this.#who = who;
    this.#refusal = undefined;
    this.shadowRoot.querySelector('dialog')?.close();
    this.show();
    return who.kind !== 'user' ? [] : [
      shop.onStatus(status => status === 'live' && this.#refuse(undefined)),
      shop.live([`user/${who.id}`], ({ event }) => this.#news(event)),
      shop.onProblem(({ problem }) => problem.status === 401
        && this.#open('Your token is good no longer. Sign in again; nothing of what you did is lost.')),
    ];
  }

  #news({ type, data }) {
    const name = (type === 'subject-state' ? data.properties : type === 'subject-changed' ? data.changed : undefined)?.name;
    if (name && name !== this.#who.name) {
      this.#who = { ...this.#who, name };
      this.show();
    }
  }

  show() {
    const isUser = this.#who?.kind === 'user';
    const name = this.#who?.name || this.#who?.id;
    this.draw(isUser
      ? h('button', { id: 'account', class: 'quiet', type: 'button', 'aria-label': `Signed in as ${name}: sign out`,
        onclick: () => this.#leave() },
        h('span', { class: 'face', 'aria-hidden': 'true' }, name[0].toUpperCase()), 'Sign out')
      : h('button', { id: 'account', class: 'quiet', type: 'button', disabled: !this.#who,
        onclick: () => this.#open() }, 'Sign in'),
    this.#refusal && h('p', { class: 'note bad', role: 'alert' }, this.#refusal), this.shadowRoot.querySelector('dialog'));
  }

  async #leave() {
    try {
      await signOut();
    } catch (problem) {
      this.#refuse(problem.message);
    }
  }

  #refuse(words) {
    this.#refusal = words;
    this.show();
  }

  async #open(reason) {
    if (this.shadowRoot.querySelector('dialog')) {
      return;
    }
    this.#reason = reason;
    this.#problem = undefined;
    try {
      this.#byToken = !(await identities()).development;
    } catch {
      this.#problem = UNREACHABLE;
    }
    this.#dialog();
  }

  #dialog() {
    this.shadowRoot.querySelector('dialog')?.remove();
    const input = this.#byToken
      ? h('label', {}, 'Your token', h('input', { name: 'token', required: true, autocomplete: 'off', spellcheck: 'false' }))
      : h('label', {}, 'Your name',
        h('input', { name: 'name', required: true, maxlength: 40, autocomplete: 'given-name', pattern: '.*[A-Za-z0-9].*' }));
    const dialog = h('dialog', { 'aria-labelledby': 'sign-in' }, h('form', { onsubmit: event => this.#submit(event) },
      h('h2', { id: 'sign-in' }, 'Sign in'),
      h('p', { class: 'soft' }, this.#reason ?? 'What you put into your cart as a guest comes with you.'),
      !this.#byToken && h('p', { class: 'soft' }, 'This is a demo on a laptop: any name will do, on any device.'), input,
      this.#problem && h('p', { class: 'note bad', role: 'alert' }, this.#problem),
      h('div', { class: 'do' }, h('button', { class: 'quiet', type: 'button', onclick: () => dialog.close() }, 'Not now'),
        h('button', { class: 'primary', type: 'submit' }, 'Sign in'))));
    dialog.addEventListener('close', () => dialog.remove());
    this.shadowRoot.append(dialog);
    dialog.showModal();
    dialog.querySelector('input').focus();
  }

  async #submit(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    event.submitter.disabled = true;
    try {
      await signIn(given.token ? ofToken(given.token.trim()) : ofName(given.name.trim()));
      this.shadowRoot.querySelector('dialog')?.close();
      this.shadowRoot.getElementById('account').focus();
    } catch (problem) {
      this.#problem = problem instanceof Unavailable ? UNREACHABLE : problem.message;
      this.#dialog();
    }
  }
}

const ofName = name => ({ id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), name });

/** The server checks the token; here it only tells whose it is. */
function ofToken(token) {
  try {
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.split('.')[1].replace(/-/g,
      '+').replace(/_/g, '/')), one => one.charCodeAt(0))));
    if (!claims.sub) {
      throw new Error('without sub');
    }
    return { id: claims.sub, name: claims.name, token };
  } catch (cause) {
    throw new Error('This is no token of an identity: it is a JSON Web Token with a subject.', { cause });
  }
}

customElements.define('shop-account', ShopAccount);
