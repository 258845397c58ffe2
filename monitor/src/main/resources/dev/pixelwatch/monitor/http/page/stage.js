// A frame as it was before and after the stage, with a map over the latter. Loads one frame at a
// time: while one is on its way, only the newest wish is remembered.
import {getBitmap} from './client.js';

const SIDES = ['reference', 'processed'];

export class Stage {
  // The element holds canvases of the classes reference, processed and map; some may be missing.
  constructor(element) {
    this.element = element;
    this.shown = {};
    this.wish = null;
    this.busy = false;
  }

  // Without a frame it is empty.
  show(wish) {
    // The element may have been another stream's, whose picture must not stand under this name.
    if (wish.stream !== this.shown.stream) this.clear(wish.stream);
    this.wish = wish;
    if (!this.busy) this.run();
  }

  async run() {
    this.busy = true;
    while (this.wish) {
      const wish = this.wish;
      this.wish = null;
      try {
        await this.load(wish);
      } catch (e) {
        console.warn('A frame could not be loaded:', e.message);
      }
    }
    this.busy = false;
  }

  clear(stream) {
    for (const name of [...SIDES, 'map']) this.draw(name, null);
    this.element.classList.add('without-pictures');
    this.shown = {stream};
  }

  async load({stream, frame, type, width, height, cell}) {
    if (frame === null || frame === undefined) return this.clear(stream);
    const isNew = stream !== this.shown.stream || frame !== this.shown.frame;
    if (!isNew && type === this.shown.type) return;
    const sides = isNew ? SIDES.filter(side => this.canvas(side)) : [];
    const pictures = sides.map(side => getBitmap(`frames/${frame}/picture.jpg`, {stream, side}));
    const map = type ? getBitmap(`frames/${frame}/map.png`, {stream, type}) : null;
    const bitmaps = await Promise.all([...pictures, map]);
    if (stream !== this.shown.stream) return;
    const mapBitmap = bitmaps.pop();
    sides.forEach((side, i) => this.draw(side, bitmaps[i]));
    // Drawing takes a bitmap away, its size included.
    if (mapBitmap) this.fit(mapBitmap, width, height, cell);
    this.draw('map', mapBitmap);
    this.element.style.setProperty('--ratio', width / height);
    this.element.classList.toggle('without-pictures', isNew ? !bitmaps[0] : !this.shown.pictures);
    this.shown = {stream, frame, type, pictures: isNew ? Boolean(bitmaps[0]) : this.shown.pictures};
  }

  canvas(name) {
    return this.element.querySelector(`canvas.${name}`);
  }

  draw(name, bitmap) {
    const canvas = this.canvas(name);
    if (!canvas) return;
    if (bitmap) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
    }
    // Without a bitmap the canvas becomes transparent.
    canvas.getContext('bitmaprenderer').transferFromImageBitmap(bitmap);
  }

  // The last cells may reach beyond the picture.
  fit(map, width, height, cell) {
    const style = this.canvas('map').style;
    style.width = `${100 * map.width * cell / width}%`;
    style.height = `${100 * map.height * cell / height}%`;
  }
}
