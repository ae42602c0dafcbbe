import { ACTIVITY, known, pathOf } from './marks.js';

const SIZE = 12;
const NEAR = 8;
const ASIDE = 3;

const ratio = () => devicePixelRatio;
const pixel = (plot, time) => plot.valToPos(Date.parse(time) / 1000, 'x', true);

/** What an incident lasted stands behind the lines. */
export function drawIncidents(plot, incidents, color) {
  const { ctx, bbox } = plot;
  const now = new Date().toISOString();
  ctx.save();
  for (const { since, resolved_at: resolved } of incidents) {
    const from = Math.max(bbox.left, pixel(plot, since));
    const to = Math.min(bbox.left + bbox.width, pixel(plot, resolved ?? now));
    if (to > from) {
      ctx.fillStyle = color('critical');
      ctx.globalAlpha = .13;
      ctx.fillRect(from, bbox.top, to - from, bbox.height);
      ctx.globalAlpha = .8;
      ctx.fillRect(from, bbox.top, ratio(), bbox.height);
    }
  }
  ctx.restore();
}

/** What was done then: its shape on top, and a line down from it. */
export function drawMarks(plot, activity, color) {
  const { ctx, bbox } = plot;
  const scale = SIZE * ratio() / 16;
  let free = Infinity;
  ctx.save();
  for (const row of shown(plot, activity)) {
    const { shape, tone } = known(ACTIVITY, row.kind);
    const x = pixel(plot, row.time);
    ctx.strokeStyle = ctx.fillStyle = color(tone);
    ctx.globalAlpha = .55;
    ctx.setLineDash([2 * ratio(), 3 * ratio()]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    // why: a deploy starts instances in the same moment, and each is to be seen.
    const at = Math.max(x - ASIDE * 16 * scale, Math.min(x, free));
    free = at - 16 * scale;
    ctx.setTransform(scale, 0, 0, scale, at - 8 * scale, bbox.top - 15 * scale);
    ctx.fill(pathOf(shape), 'evenodd');
    ctx.setTransform(1, 0, 0, 1, 0, 0);
  }
  ctx.restore();
}

/** The one under the cursor. */
export const markAt = (plot, activity) => shown(plot, activity)
  .find(row => Math.abs(plot.valToPos(Date.parse(row.time) / 1000, 'x') - plot.cursor.left) < NEAR);

// why without incidents: they are drawn as long as they lasted.
const shown = (plot, activity) => activity.filter(({ kind, time }) => !kind.startsWith('incident-')
  && Date.parse(time) / 1000 >= plot.scales.x.min && Date.parse(time) / 1000 <= plot.scales.x.max);
