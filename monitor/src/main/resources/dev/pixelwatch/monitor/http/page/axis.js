// Frame numbers as places on a time line. They run on frame by frame, but jump where a capture began
// anew with later numbers: such a jump is a short gap, or both runs would shrink to a line each.
const JUMP = 300; // As in FrameOrder.
const GAP = 60;

export class Axis {
  constructor(points) {
    this.points = points;
    this.places = [];
    points.forEach((point, i) => {
      const step = i && point.frame - points[i - 1].frame;
      this.places.push(i && this.places[i - 1] + (step > JUMP ? GAP : step));
    });
  }

  get length() {
    return this.places.at(-1) ?? 0;
  }

  isAfterJump(i) {
    return i > 0 && i < this.points.length && this.points[i].frame - this.points[i - 1].frame > JUMP;
  }

  placeOf(frame) {
    const i = lastUpTo(this.points, point => point.frame, frame);
    return Math.min(this.places[i] + frame - this.points[i].frame, this.places[i + 1] ?? Infinity);
  }

  frameAt(place) {
    const i = lastUpTo(this.places, each => each, place);
    return this.points[i].frame + Math.round(place - this.places[i]);
  }

  // The point at a place, or the last one before it; none in a gap.
  pointAt(place) {
    const i = lastUpTo(this.places, each => each, place);
    return this.isAfterJump(i + 1) && place > this.places[i] ? undefined : this.points[i];
  }
}

// Index of the last one that is not above a value, or the first of all.
function lastUpTo(sorted, of, value) {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (of(sorted[middle]) > value) high = middle - 1;
    else low = middle;
  }
  return low;
}
