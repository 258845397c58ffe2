// The time line of the score, and that of one type below it.
import uPlot from './uplot.js';
import {isOpen} from './alerts.js';
import {Axis} from './axis.js';
import * as format from './format.js';

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Timeline {
  // onScrub is called with the frame that the pointer chose.
  constructor(element, {range, fill, onScrub}) {
    this.element = element;
    this.range = range;
    this.fill = fill;
    this.onScrub = onScrub;
    this.axis = new Axis([]);
    this.alerts = [];
    this.cursor = null;
    this.build();
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(element);
    this.over = new AbortController();
    matchMedia('(prefers-color-scheme: dark)')
      .addEventListener('change', () => this.build(), {signal: this.over.signal});
  }

  // The page's media query outlives the element, and would hold all of this.
  dispose() {
    this.over.abort();
    this.observer.disconnect();
    this.plot.destroy();
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
        {...axis, size: 22, gap: 2, space: 70, values: (u, places) => places.map(place => this.timeOf(place, u.scales.x))},
        {...axis, size: 44, space: 26, values: (u, values) => values.map(v => `${v}`.replace('-', '\u2212'))},
      ],
      series: [{}, {stroke: css('--line'), width: 1.5, points: {show: false},
        fill: u => this.gradient(u), fillTo: 0}],
      hooks: {draw: [u => this.drawMarks(u)]},
    };
  }

  timeOf(place, {min, max}) {
    const {points, length} = this.axis;
    if (place - min < 0.04 * (max - min)) return ''; // It would stand over the lowest value.
    if (!points.length || place < 0 || place > length) return '';
    const seconds = (points.at(-1).time - points[0].time) / 1e6;
    const point = this.axis.pointAt(place);
    if (!point) return '';
    const time = format.time(point.time);
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
    const [places, values] = [[], []];
    this.axis.points.forEach((point, i) => {
      const place = this.axis.places[i];
      if (this.axis.isAfterJump(i)) { // The line ends here.
        places.push(place - 1);
        values.push(null);
      }
      places.push(place);
      values.push(this.value?.(point) ?? null);
    });
    return [places, values];
  }

  update({axis, value, alerts, cursor}) {
    Object.assign(this, {axis, value, alerts, cursor});
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
    if (this.axis.points.length) this.drawMoments(u);
    context.restore();
  }

  drawMoments(u) {
    for (const alert of this.alerts) this.drawAlert(u, alert);
    if (this.cursor !== null) {
      u.ctx.fillStyle = css('--ink');
      u.ctx.fillRect(Math.round(this.position(u, this.cursor)) - 1, u.bbox.top, 2, u.bbox.height);
    }
  }

  position(u, frame) {
    return u.valToPos(this.axis.placeOf(frame), 'x', true);
  }

  drawAlert(u, alert) {
    const {top, height, left, width} = u.bbox; // A line where it opens, a bar while it lasts.
    const from = this.position(u, alert.opened_frame);
    const to = isOpen(alert) ? left + width : this.position(u, alert.closed_frame ?? alert.opened_frame);
    u.ctx.fillStyle = css('--alert');
    u.ctx.fillRect(from, top, 2 * devicePixelRatio, height);
    u.ctx.fillRect(from, top, Math.max(6, to - from), 3 * devicePixelRatio);
  }

  drag(event) {
    const over = this.plot.over;
    const scrub = moved => {
      const left = moved.clientX - over.getBoundingClientRect().left;
      if (this.axis.points.length) this.onScrub(this.axis.frameAt(this.plot.posToVal(left, 'x')));
    };
    over.setPointerCapture(event.pointerId);
    scrub(event);
    over.onpointermove = scrub;
    over.onpointerup = over.onpointercancel = () => {
      over.onpointermove = null;
    };
  }
}
