import { h } from '/pages/drawing.js';
import { isSignedIn, signIn } from '../session.js';
import { DashElement } from './dash-element.js';

/** Asks for a token where the server wants one, or another one. Hears `refused`. */
class SignIn extends DashElement {
  static css = `
    form { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; margin: 1rem 0; }
    label { flex: 1 1 18rem; }
    h2 { margin-bottom: .35rem; }
    p { max-width: 48rem; }
  `;

  #problem;

  build() {
    this.hidden = true;
    this.hear('refused', problem => this.#refused(problem));
    this.hear('status-changed', status => status === 'live' && this.#refused(undefined));
  }

  #refused(problem) {
    this.#problem = problem;
    this.hidden = !problem;
    this.draw(problem && this.#form());
    document.documentElement.classList.toggle('refused', Boolean(problem));
    this.tell('permission-changed', { allowed: !problem });
  }

  #form() {
    const { status, detail, title } = this.#problem;
    const words = status === 401
      ? 'This system shows how it does only to those who show a token, and there is none yet, or it is good no longer.'
      : status === 403 ? 'The token that you showed does not have the role sre or admin, which this page needs.'
        : `The server refuses what this page asks for: ${detail ?? title}.`;
    return h('section', { class: 'card', 'aria-labelledby': 'title' },
      h('h2', { id: 'title' }, status === 401 ? 'Show a token' : 'You may not see this'),
      h('p', { role: 'alert' }, words),
      h('form', { onsubmit: event => this.#submit(event) },
        h('label', {}, 'Bearer token with the role sre or admin',
          h('input', { name: 'token', type: 'password', autocomplete: 'off', required: true, spellcheck: 'false' })),
        h('button', { class: 'primary' }, 'Show it'),
        isSignedIn() && h('button', { class: 'quiet', type: 'button', onclick: () => signIn(null) },
          'Forget the one before')),
      h('p', { class: 'soft' }, 'It stays in this tab. On a laptop (./deploy.sh local) none is needed.'));
  }

  #submit(event) {
    event.preventDefault();
    signIn(new FormData(event.target).get('token').trim());
    event.target.reset();
  }
}

customElements.define('sign-in', SignIn);
