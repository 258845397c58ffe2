// What the page knows of each stream.
import {about} from './about.js';
import {isOpen} from './alerts.js';
import {getJson} from './client.js';

const MOST_POINTS = 9000;
const MOST_ALERTS = 500; // As in HistoryLimits.
const RESTART = 300; // As in FrameOrder.

// Scored frames in the order of their numbers: {frame, time, score, values}.
export class Series {
  constructor() {
    this.points = [];
    this.next = 0;
  }

  get last() {
    return this.points[this.points.length - 1];
  }

  append(columns) {
    columns.frames.forEach((frame, i) => this.insert({
      frame,
      time: columns.times_us[i],
      score: columns.scores[i],
      values: about.types.map(type => columns.intensities[type.id][i]),
    }));
    this.next = Math.max(this.next, columns.next);
    if (this.points.length > MOST_POINTS + 500) this.points.splice(0, this.points.length - MOST_POINTS);
  }

  insert(point) {
    const points = this.points;
    let at = points.length;
    while (at > 0 && points[at - 1].frame > point.frame) at--;
    const known = at > 0 && points[at - 1].frame === point.frame;
    if (points.length && point.frame < this.last.frame - RESTART && (known || at === 0)) {
      points.splice(0, points.length, point); // The stream began anew.
    } else {
      points.splice(known ? at - 1 : at, known ? 1 : 0, point);
    }
  }

  // Index of the first point whose frame is this one or later.
  indexOf(frame) {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.points[middle].frame < frame) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The point nearest to a frame.
  at(frame) {
    const index = this.indexOf(frame);
    const after = this.points[Math.min(index, this.points.length - 1)];
    const before = this.points[Math.max(0, index - 1)];
    return after && Math.abs(before.frame - frame) < Math.abs(after.frame - frame) ? before : after;
  }

  // The points of the seconds of capture time before a moment, or of the last ones.
  window(seconds, to = this.last?.time) {
    const from = to - seconds * 1e6;
    return this.points.filter(point => point.time >= from && point.time <= to);
  }

  // Where a window ends that shows a frame: where it did before, unless the frame lies outside.
  windowEnd(seconds, frame, before) {
    const span = seconds * 1e6;
    const last = this.last.time;
    const end = before ?? last;
    const shown = this.at(frame).time;
    if (shown >= end - span && shown <= end) return end;
    return Math.min(last, Math.max(shown + span / 2, this.points[0].time + span));
  }
}

export class Streams {
  constructor() {
    this.phase = 'starting';
    this.trouble = '';
    this.connected = true;
    this.byName = new Map();
    this.alerts = new Map();
  }

  get names() {
    return [...this.byName.keys()].sort();
  }

  get(name) {
    return this.byName.get(name);
  }

  take(update) {
    // After a restart of the server all numbers begin anew; its first events bring what it knows.
    if (update.start !== this.start) {
      this.start = update.start;
      this.byName.clear();
      this.alerts.clear();
    }
    this.phase = update.phase;
    this.trouble = update.trouble;
    for (const alert of update.alerts ?? []) this.takeAlert(alert);
    for (const {points, ...facts} of update.streams) {
      const stream = this.byName.get(facts.stream) ?? {series: new Series(), loading: false};
      this.byName.set(facts.stream, Object.assign(stream, facts));
      if (points) this.extend(stream, points);
    }
  }

  // In the order of their last change. Of those that are closed the oldest are forgotten.
  takeAlert(alert) {
    this.alerts.delete(alert.id);
    this.alerts.set(alert.id, alert);
    if (this.alerts.size <= MOST_ALERTS) return;
    const oldest = [...this.alerts.values()].find(each => !isOpen(each));
    if (oldest) this.alerts.delete(oldest.id);
  }

  alertsOf(name) {
    return [...this.alerts.values()].filter(alert => alert.stream === name);
  }

  // Points that follow on what is here are taken; a gap is filled through the API.
  extend(stream, points) {
    if (points.behind || points.from > stream.series.next) {
      this.catchUp(stream);
    } else if (!stream.loading) {
      stream.series.append(points);
    }
  }

  async catchUp(stream) {
    if (stream.loading) return;
    stream.loading = true;
    try {
      stream.series.append(await getJson('scores', {stream: stream.stream, since: stream.series.next}));
    } catch (e) {
      console.warn('The history could not be read:', e.message);
    } finally {
      stream.loading = false;
    }
  }
}
