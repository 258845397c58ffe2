// One lane a type: time from left to right, the direction as colour, the strength as opacity.
import {about} from './about.js';

const FULL_AT = 0.5;
const ROOT = 0.7;

// A frame stands for those after it that were skipped, up to so many.
const MOST_SKIPPED = 40;

export function drawLane(canvas, axis, index, cursor) {
  const width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
  const height = Math.max(1, Math.round(canvas.clientHeight * devicePixelRatio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  context.clearRect(0, 0, width, height);
  if (!axis.points.length) return;
  const scale = width / Math.max(1, axis.length);
  const strongest = [...columns(axis, index, scale, width)];
  const reach = Math.max(1, MOST_SKIPPED * scale);
  strongest.forEach(([column, value], i) => {
    const next = strongest[i + 1]?.[0] ?? width;
    context.globalAlpha = Math.min(1, Math.abs(value) / FULL_AT) ** ROOT;
    context.fillStyle = value < 0 ? about.less_colour : about.more_colour;
    context.fillRect(column, 0, Math.min(reach, next - column), height);
  });
  if (cursor !== null) {
    context.globalAlpha = 1;
    context.fillStyle = getComputedStyle(canvas).color;
    context.fillRect(Math.round(axis.placeOf(cursor) * scale) - 1, 0, 2, height);
  }
}

// A small time line of the score: down is worse.
export function drawSpark(canvas, {points, places, length}) {
  const width = canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
  const height = canvas.height = Math.max(1, Math.round(canvas.clientHeight * devicePixelRatio));
  if (points.length < 2) return;
  const context = canvas.getContext('2d');
  const scores = points.map(point => point.score);
  const low = Math.min(-10, ...scores);
  const high = Math.max(4, ...scores);
  const y = score => (high - score) / (high - low) * (height - 2) + 1;
  const ink = getComputedStyle(canvas).color;
  context.fillStyle = ink;
  context.globalAlpha = 0.3;
  context.fillRect(0, Math.round(y(0)), width, 1);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 1.5 * devicePixelRatio;
  context.beginPath();
  points.forEach((point, i) => context.lineTo(places[i] / length * width, y(point.score)));
  context.stroke();
}

// For each column of pixels the value of largest magnitude.
function columns({points, places}, index, scale, width) {
  const strongest = new Map();
  points.forEach((point, i) => {
    const column = Math.min(width - 1, Math.floor(places[i] * scale));
    const value = point.values[index];
    if (Math.abs(value) >= Math.abs(strongest.get(column) ?? 0)) strongest.set(column, value);
  });
  return strongest;
}

// The frame below a pointer.
export function frameAt(event, axis) {
  const box = event.currentTarget.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  return axis.frameAt(share * axis.length);
}
