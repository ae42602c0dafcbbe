import { h } from '/pages/drawing.js';
import { DashElement } from './dash-element.js';

const ADDRESS = /^#runbook\/([\w-]+)$/;
const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\(([\w-]+)\.md\)/;

/** A page of infra/runbooks over this one, whenever the address names it: #runbook/redis-away. */
class RunbookPage extends DashElement {
  static css = `
    dialog {
      width: min(44rem, calc(100vw - 2rem)); max-height: calc(100dvh - 3rem); padding: 2rem;
      border: 1px solid var(--line); border-radius: var(--round); background: var(--surface);
      color: var(--ink);
    }
    dialog::backdrop { background: rgb(0 0 0 / .5); }
    h2 { margin-bottom: .6rem; font-size: 1.5rem; }
    p { margin-bottom: .9rem; font-size: 1.05rem; line-height: 1.6; }
    code { padding: .1em .35em; border-radius: 5px; background: var(--raised); }
  `;

  build() {
    addEventListener('hashchange', () => this.#look());
    this.#look();
  }

  async #look() {
    const [, name] = ADDRESS.exec(location.hash) ?? [];
    if (name) {
      this.#show(await text(name).catch(failure => `# No runbook\n\n${failure.message}`));
    }
  }

  #show(markdown) {
    const close = () => this.shadowRoot.querySelector('dialog').close();
    this.draw(h('dialog', { 'aria-labelledby': 'title', onclose: () => history.replaceState(null, '', location.pathname) },
      markdown.trim().split(/\n{2,}/).map(paragraph),
      h('form', { onsubmit: event => { event.preventDefault(); close(); } }, h('button', { class: 'primary' }, 'Close'))));
    const dialog = this.shadowRoot.querySelector('dialog');
    if (!dialog.open) {
      dialog.showModal();
    }
  }
}

async function text(name) {
  const answer = await fetch(`/dashboard/runbooks/${name}.md`);
  if (!answer.ok) {
    throw new Error(`There is none that is called ${name}: it may be of another release.`);
  }
  return answer.text();
}

const paragraph = block => (block.startsWith('# ') ? h('h2', { id: 'title' }, block.slice(2)) : h('p', {}, inline(block)));

/** Bold, emphasis, code and links to other runbooks: no more is in one. */
function inline(words) {
  const [all, bold, emphasis, code, link, other] = INLINE.exec(words) ?? [];
  if (!all) {
    return [words];
  }
  const [before, after] = [words.slice(0, words.indexOf(all)), words.slice(words.indexOf(all) + all.length)];
  return [before, bold ? h('strong', {}, bold) : emphasis ? h('em', {}, emphasis) : code ? h('code', {}, code)
    : h('a', { href: `#runbook/${other}` }, link), ...inline(after)];
}

customElements.define('runbook-page', RunbookPage);
