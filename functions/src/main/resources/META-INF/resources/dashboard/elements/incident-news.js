import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';

const STATES = [['', 'as it is'], ['investigating', 'investigating'], ['identified', 'identified'],
  ['monitoring', 'monitoring']];
const IMPACTS = [['', 'as it is'], ['minor', 'minor'], ['major', 'major'], ['critical', 'critical']];
const BY = 'cartwright:dashboard:by';

/** Where somebody tells news of an incident, or closes it: sends `incident-updated` and `incident-closed`. */
class IncidentNews extends DashElement {
  static css = `
    form {
      display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem; padding: 1rem;
      border-radius: 12px; background: var(--raised);
    }
    .wide, .buttons, form > p { grid-column: 1 / -1; }
    .buttons { display: flex; flex-wrap: wrap; gap: .6rem; }
    .last { margin-left: auto; }
    textarea { min-height: 4.5rem; resize: vertical; }
    p:empty { display: none; }
    .done { margin-top: .5rem; }
    @media (max-width: 40rem) { form { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
  `;

  incident;
  backend;
  #isOpen = false;
  #isBusy = false;
  #error;
  #done;

  build() {
    this.#show();
  }

  #show() {
    this.draw(this.#isOpen ? this.#form()
      : h('button', { class: 'quiet', type: 'button', onclick: () => this.#unfold() }, 'Tell news, or close it'),
      !this.#isOpen && this.#done && h('p', { class: 'soft done', role: 'status' }, this.#done));
  }

  #form() {
    const choice = (name, label, options) => h('label', {}, label,
      h('select', { name }, options.map(([value, words]) => h('option', { value }, words))));
    return h('form', { onsubmit: event => this.#submit(event) },
      h('label', { class: 'wide' }, 'What is known',
        h('textarea', { name: 'message', required: true, maxlength: '500', placeholder: 'Redis was restarted; watching' })),
      choice('state', 'State', STATES), choice('impact', 'Impact', IMPACTS),
      h('label', {}, 'Your name', h('input', { name: 'by', autocomplete: 'name', value: localStorage.getItem(BY) ?? '' })),
      h('p', { class: 'note bad', role: 'alert', hidden: !this.#error }, this.#error ?? ''),
      h('div', { class: 'buttons' },
        h('button', { class: 'primary', name: 'what', value: 'incident-updated', disabled: this.#isBusy }, 'Tell it'),
        h('button', { class: 'quiet', name: 'what', value: 'incident-closed', disabled: this.#isBusy },
          'Close the incident'),
        h('button', { class: 'quiet last', type: 'button', onclick: () => this.#fold() }, 'Cancel')));
  }

  #unfold() {
    this.#isOpen = true;
    this.#done = undefined;
    this.#show();
    this.shadowRoot.querySelector('textarea').focus();
  }

  #fold(done) {
    this.#isOpen = false;
    this.#error = undefined;
    this.#done = done;
    this.#show();
    this.shadowRoot.querySelector('button').focus();
  }

  async #submit(event) {
    event.preventDefault();
    const type = event.submitter.value;
    const fields = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name,
      value.trim()]).filter(([, value]) => value));
    localStorage.setItem(BY, fields.by ?? '');
    const { incident_id } = this.incident;
    const data = type === 'incident-closed' ? { incident_id, message: fields.message, by: fields.by }
      : { incident_id, ...fields };
    this.#isBusy = true;
    this.#error = undefined;
    this.#show();
    try {
      const { stored } = await this.backend.emit(type, data, { subject: `incident/${incident_id}` });
      this.#isBusy = false;
      this.#fold(stored ? 'Kept here; it is sent as soon as the server answers.' : 'Told. It stands above in a moment.');
    } catch (failure) {
      this.#isBusy = false;
      this.#error = `It was not taken: ${failure.problem?.errors?.map(one => `${one.field}: ${one.message}`).join('; ') ?? failure.message}`;
      this.#show();
    }
  }
}

customElements.define('incident-news', IncidentNews);
