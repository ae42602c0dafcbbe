import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';

const WORDS = { live: 'Live', connecting: 'Connecting', offline: 'Offline', refused: 'Not allowed' };

/** Whether what the page shows is of this moment. */
class LiveStatus extends DashElement {
  static css = `
    p {
      display: flex; align-items: center; gap: .5rem; padding: .35rem .8rem; border: 1px solid var(--line);
      border-radius: 999px; background: var(--surface); font-size: .88rem; white-space: nowrap;
    }
    i { width: .62rem; height: .62rem; border: 2px solid var(--unknown); border-radius: 50%; }
    [data-status=live] i { border-color: var(--good); background: var(--good); animation: pulse 2.4s infinite; }
    [data-status=offline] { border-color: var(--critical); }
    [data-status=offline] i { border-radius: 2px; border-color: var(--critical); background: var(--critical); }
    @keyframes pulse { 0% { box-shadow: 0 0 0 0 color-mix(in srgb, var(--good) 50%, transparent); } 70%, 100% { box-shadow: 0 0 0 .5rem transparent; } }
  `;

  #status = 'connecting';
  #isAllowed = true;

  build() {
    this.hear('permission-changed', ({ allowed }) => { this.#isAllowed = allowed; this.#draw(); });
    this.#show('connecting');
  }

  follow(backend) {
    return [backend.onStatus(status => this.#show(status))];
  }

  #show(status) {
    this.#status = status;
    this.#draw();
    this.tell('status-changed', status);
  }

  #draw() {
    const status = this.#isAllowed ? this.#status : 'refused';
    this.draw(h('p', { role: 'status', 'data-status': status }, h('i', { 'aria-hidden': 'true' }), WORDS[status]));
  }
}

customElements.define('live-status', LiveStatus);
