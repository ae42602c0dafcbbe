import { h } from '/pages/drawing.js';

/** What to do about it: a link that opens the runbook, here and in a message to somebody else. */
export const runbookLink = ({ runbook, summary }) => runbook
  && h('a', { href: `#runbook/${encodeURIComponent(runbook)}` }, 'Runbook',
    h('span', { class: 'seen-only-by-readers' }, `: ${summary}`));
