// One time chart on a canvas: redrawn when a minute is added, rebuilt when theme or size change.
import { html, useEffect, useRef } from "../vendor/htm-preact-3.1.1.js";
import { clock } from "../base/format.js";
import { colour, rem, useAppearance } from "../base/appearance.js";
import { marks } from "./chart-marks.js";

const LEFT_REM = 3.2;
const RIGHT_REM = 3.6;
const SHORTEST_SECONDS = 30 * 60;

/**
 * `series`: label, token (colour), values, and optionally scale, dash, width, bars; `scales`: range and ticks of "y" and
 * "right"; `state` gives minutes, incidents and mode changes, which are labelled in the chart with `labelEvents`;
 * `lines`: value, token and text of horizontal lines; `hideTimeAxis`: for a chart above another one with the same time
 * axis; `edge`: margin at the right in rem, by default that of a right scale.
 */
export function SeriesChart(props) {
  const { state, series, height, label, onHover } = props;
  const place = useRef(null);
  const chart = useRef(null);
  const latest = useRef(props);
  const appearance = useAppearance();
  latest.current = props;

  useEffect(() => {
    const size = () => ({ width: place.current.clientWidth, height: height * rem() });
    chart.current = new window.uPlot({ ...options(latest, onHover), ...size() }, data(state, series), place.current);
    const watch = new ResizeObserver(() => chart.current.setSize(size()));
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.current.destroy();
    };
  }, [appearance.theme, appearance.size]);

  const minutes = state.minutes;
  const last = minutes[minutes.length - 1];
  useEffect(() => chart.current.setData(data(state, series)), [minutes.length, JSON.stringify(last), state.modeChanges.length, state.incidents.length, JSON.stringify(props.lines)]);
  return html`<div class="plot" role="img" aria-label=${label} ref=${place}></div>`;
}

const data = (state, series) => [state.minutes.map(each => each.timeMillis / 1000), ...series.map(each => each.values)];

function options(latest, onHover) {
  const { series, scales, hideTimeAxis, edge = RIGHT_REM } = latest.current;
  const font = `${0.8 * rem()}px system-ui, sans-serif`;
  return {
    legend: { show: false },
    padding: [0.6 * rem(), scales.right ? 0 : edge * rem(), (hideTimeAxis ? 0.6 : 0) * rem(), 0],
    cursor: {
      sync: { key: "run" },
      y: false,
      drag: { x: false, y: false },
      points: { size: 0.5 * rem() },
    },
    scales: {
      x: { range: (u, from, to) => [from, Math.max(to, from + SHORTEST_SECONDS)] },
      ...Object.fromEntries(Object.entries(scales).map(([key, scale]) => [key, { range: scale.range }])),
    },
    axes: [xAxis(font, hideTimeAxis), yAxis("y", 3, LEFT_REM, scales.y, font), ...(scales.right ? [yAxis("right", 1, RIGHT_REM, scales.right, font)] : [])],
    series: [{}, ...series.map(line)],
    plugins: [marks(latest, font)],
    hooks: { setCursor: [u => onHover?.(u.cursor.idx ?? null)] },
  };
}

const xAxis = (font, hideTimeAxis) => ({
  show: !hideTimeAxis,
  font,
  stroke: colour("quiet"),
  size: 1.7 * rem(),
  gap: 0.3 * rem(),
  space: 5 * rem(),
  incrs: [60, 300, 600, 900, 1_800, 3_600, 7_200, 14_400],
  values: (u, times) => times.map(time => clock(time * 1000)),
  grid: { show: false },
  ticks: { stroke: colour("line"), width: 1, size: 4 },
});

const yAxis = (scale, side, sizeRem, { ticks, spaceRem = 2.6 }, font) => ({
  scale,
  side,
  font,
  stroke: colour("quiet"),
  size: sizeRem * rem(),
  gap: 0.4 * rem(),
  space: spaceRem * rem(),
  values: (u, values) => values.map(ticks),
  grid: { show: side === 3, stroke: colour("line"), width: 1, dash: [2, 4] },
  ticks: { show: false },
});

const line = each => ({
  label: each.label,
  scale: each.scale ?? "y",
  stroke: colour(each.token),
  width: each.bars ? 0 : (each.width ?? 2),
  dash: each.dash,
  fill: each.bars && colour(each.token),
  paths: each.bars && window.uPlot.paths.bars({ size: [0.7, 12] }),
  points: { show: (u, at) => !each.bars && u.data[at].filter(value => value !== null).length === 1 },
});
