// Marks in a chart besides its series: incidents as bands, mode changes as vertical lines, limits as dashed lines.
import { active } from "../base/format.js";
import { colour, rem } from "../base/appearance.js";

/** A uPlot plug-in; `latest.current` holds the chart's current properties. */
export const marks = (latest, font) => ({
  hooks: {
    drawClear: [u => bands(u, latest.current)],
    draw: [
      u => {
        clipped(u, () => limits(u, latest.current, font));
        clipped(u, () => changes(u, latest.current, font));
      },
    ],
  },
});

function clipped(u, draw) {
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  u.ctx.clip();
  draw();
  u.ctx.restore();
}

const ratio = () => window.devicePixelRatio || 1;
const scaledFont = font => font.replace(/^[\d.]+/, size => size * ratio());

function bands(u, { state }) {
  const { ctx, bbox } = u;
  for (const incident of state.incidents) {
    const from = Math.max(bbox.left, u.valToPos(incident.fromMillis / 1000, "x", true));
    const to = Math.min(bbox.left + bbox.width, u.valToPos(Math.min(incident.toMillis, state.run.nowMillis) / 1000, "x", true));
    if (to > from) {
      ctx.save();
      ctx.fillStyle = colour("warn-wash");
      ctx.fillRect(from, bbox.top, to - from, bbox.height);
      ctx.restore();
    }
  }
}

function changes(u, { state, labelEvents }, font) {
  const { ctx, bbox } = u;
  const pad = 0.4 * rem() * ratio();
  ctx.font = scaledFont(font);
  ctx.textBaseline = "top";
  for (const change of state.modeChanges) {
    const x = Math.round(u.valToPos(change.timeMillis / 1000, "x", true)) + 0.5;
    ctx.strokeStyle = colour("ink");
    ctx.lineWidth = ratio();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (labelEvents) {
      text(u, active(change.to), x + pad, bbox.top + 1.6 * rem() * ratio(), "ink");
    }
  }
  if (labelEvents) {
    for (const incident of state.incidents) {
      const x = Math.max(bbox.left, u.valToPos(incident.fromMillis / 1000, "x", true));
      text(u, incident.name, x + pad, bbox.top + 0.2 * rem() * ratio(), "warn");
    }
  }
}

/** Text with an outline in the card's colour, so that it is readable across lines. */
function text(u, words, x, y, token) {
  const { ctx, bbox } = u;
  ctx.textAlign = "left";
  const left = Math.min(x, bbox.left + bbox.width - ctx.measureText(words).width - 2);
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * ratio();
  ctx.strokeStyle = colour("card");
  ctx.strokeText(words, left, y);
  ctx.fillStyle = colour(token);
  ctx.fillText(words, left, y);
}

function limits(u, { lines = [] }, font) {
  const { ctx, bbox } = u;
  for (const line of lines) {
    const y = Math.round(u.valToPos(line.value, "y", true)) + 0.5;
    ctx.strokeStyle = colour(line.token);
    ctx.lineWidth = 1.5 * ratio();
    ctx.setLineDash([6 * ratio(), 4 * ratio()]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.font = scaledFont(font);
    ctx.textBaseline = "bottom";
    text(u, line.text, bbox.left + 0.4 * rem() * ratio(), y - 2 * ratio(), line.token);
  }
}
