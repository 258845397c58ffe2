// The time line of the score, and that of one type below it.
import uPlot from './uplot.js';
import {isOpen} from './alerts.js';
import * as format from './format.js';

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Timeline {
  // onScrub is called with the frame that the pointer chose.
  constructor(element, {range, fill, onScrub}) {
    this.element = element;
    this.range = range;
    this.fill = fill;
    this.onScrub = onScrub;
    this.points = [];
    this.alerts = [];
    this.cursor = null;
    this.build();
    new ResizeObserver(() => this.resize()).observe(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.build());
  }

  build() {
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), this.data(), this.element);
    this.plot.over.addEventListener('pointerdown', event => this.drag(event));
  }

  resize() {
    const width = this.element.clientWidth;
    if (width) this.plot.setSize({width, height: this.element.clientHeight});
  }

  options() {
    const axis = {
      stroke: css('--soft'),
      grid: {stroke: css('--rule'), width: 1},
      ticks: {show: false},
      font: '12px system-ui, sans-serif',
    };
    return {
      width: Math.max(100, this.element.clientWidth),
      height: this.element.clientHeight,
      legend: {show: false},
      cursor: {show: false},
      padding: [6, 8, 0, 0],
      scales: {x: {time: false}, y: {range: (u, low, high) => this.range(low ?? 0, high ?? 0)}},
      axes: [
        {...axis, size: 22, gap: 2, space: 70, values: (u, frames) => frames.map(f => this.timeOf(f, u.scales.x))},
        {...axis, size: 44, space: 26, values: (u, values) => values.map(v => `${v}`.replace('-', '\u2212'))},
      ],
      series: [{}, {stroke: css('--line'), width: 1.5, points: {show: false}, spanGaps: true,
        fill: u => this.gradient(u), fillTo: 0}],
      hooks: {draw: [u => this.drawMarks(u)]},
    };
  }

  timeOf(frame, {min, max}) {
    const points = this.points;
    if (frame - min < 0.04 * (max - min)) return ''; // It would stand over the lowest value.
    if (!points.length || frame < points[0].frame || frame > points[points.length - 1].frame) return '';
    let low = 0;
    let high = points.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[middle].frame < frame) low = middle + 1;
      else high = middle;
    }
    const seconds = (points[points.length - 1].time - points[0].time) / 1e6;
    const time = format.time(points[low].time);
    return seconds < 15 ? time : time.replace(/\.\d$/, '');
  }

  // One colour above zero, another below.
  gradient(u) {
    const zero = u.valToPos(0, 'y', true);
    const {top, height} = u.bbox;
    const share = Math.min(1, Math.max(0, (zero - top) / height));
    const gradient = u.ctx.createLinearGradient(0, top, 0, top + height);
    gradient.addColorStop(0, css(this.fill.above));
    gradient.addColorStop(share, css(this.fill.above));
    gradient.addColorStop(share, css(this.fill.below));
    gradient.addColorStop(1, css(this.fill.below));
    return gradient;
  }

  data() {
    return [this.points.map(p => p.frame), this.points.map(p => this.value?.(p) ?? null)];
  }

  update({points, value, alerts, cursor}) {
    Object.assign(this, {points, value, alerts, cursor});
    this.plot.setData(this.data());
  }

  drawMarks(u) {
    const {left, top, width, height} = u.bbox;
    const context = u.ctx;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.fillStyle = css('--soft');
    context.fillRect(left, Math.round(u.valToPos(0, 'y', true)), width, 1);
    for (const alert of this.alerts) this.drawAlert(u, alert);
    if (this.cursor !== null) {
      context.fillStyle = css('--ink');
      context.fillRect(Math.round(u.valToPos(this.cursor, 'x', true)) - 1, top, 2, height);
    }
    context.restore();
  }

  drawAlert(u, alert) {
    const {top, height, left, width} = u.bbox; // A line where it opens, a bar while it lasts.
    const from = u.valToPos(alert.opened_frame, 'x', true);
    const to = isOpen(alert) ? left + width : u.valToPos(alert.closed_frame ?? alert.opened_frame, 'x', true);
    u.ctx.fillStyle = css('--alert');
    u.ctx.fillRect(from, top, 2 * devicePixelRatio, height);
    u.ctx.fillRect(from, top, Math.max(6, to - from), 3 * devicePixelRatio);
  }

  drag(event) {
    const over = this.plot.over;
    const scrub = moved => {
      const left = moved.clientX - over.getBoundingClientRect().left;
      this.onScrub(Math.round(this.plot.posToVal(left, 'x')));
    };
    over.setPointerCapture(event.pointerId);
    scrub(event);
    over.onpointermove = scrub;
    over.onpointerup = over.onpointercancel = () => {
      over.onpointermove = null;
    };
  }
}
