// Puts the page together: what the server tells, what the reader wants, what is drawn.
import {html, render} from './lit-html.js';
import {FAINT, about, loadAbout, strongest} from './about.js';
import {covers} from './alerts.js';
import {Axis} from './axis.js';
import {follow, getJson} from './client.js';
import {Streams} from './store.js';
import {Stage} from './stage.js';
import {Timeline} from './charts.js';
import {drawLane, drawSpark, frameAt} from './lanes.js';
import {banner, header} from './header.js';
import {focus} from './focus.js';
import {emptyPage, overview} from './overview.js';
import {help} from './help.js';
import {listen} from './keys.js';

const RECENT_US = 300e3; // What of the capture time stands for now: the mean of these frames.

const streams = new Streams();
const view = {auto: true, type: null, showMap: true, cursor: null, kept: [], window: 120, split: 30, opacity: 60};
const parts = new Map(); // Stages and time lines, by their elements.
const helpDialog = document.getElementById('help');
let scheduled = false;

const selected = () => {
  const named = new URLSearchParams(location.hash.slice(1)).get('stream');
  return named ?? (streams.names.length === 1 ? streams.names[0] : null);
};

function schedule() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    draw();
  });
}

function draw() {
  const name = selected();
  const stream = streams.get(name);
  render(header(streams, stream ? name : null, actions), document.getElementById('head'));
  const main = document.getElementById('main');
  if (stream) {
    settle(stream);
    render(html`${banner(streams)}${focus(stream, streams.alertsOf(name), view, actions)}`, main);
    drawStream(stream);
  } else if (streams.names.length) {
    const points = new Map(streams.names.map(each => [each, recent(streams.get(each).series)]));
    render(html`${banner(streams)}${overview(streams, points)}`, main);
    document.querySelectorAll('.card').forEach(card => drawCard(card, points));
  } else {
    render(html`${banner(streams)}${emptyPage(streams)}`, main);
  }
  document.title = stream ? `${name} \u2013 Pixelwatch` : 'Pixelwatch';
}

// Whether the strongest type is to be shown and there is none.
const isQuiet = () => view.auto && view.quiet;

// Decides which point and which type are shown.
function settle(stream) {
  view.point = view.cursor === null ? recent(stream.series) : stream.series.at(view.cursor);
  if (view.auto && view.point) {
    const values = view.point.values;
    const now = about.types.findIndex(type => type.id === view.type);
    const [first] = strongest(values, FAINT);
    // The present type stays until another one is clearly stronger.
    view.quiet = first === undefined;
    if (!view.quiet && (now < 0 || Math.abs(values[first]) > Math.abs(values[now]) + 0.03)) view.type = about.types[first].id;
  }
  view.shownFrame = frameToShow(stream);
}

function frameToShow(stream) {
  return view.cursor === null ? stream.kept.newest : nearestKept(view.cursor);
}

// The kept frame that is nearest to a frame, if possible one of those that an alert covers: what
// is said of a moment and the picture that is shown must be of the same frame.
function nearestKept(frame, alert) {
  const covered = alert ? view.kept.filter(kept => covers(alert, kept.frame)) : [];
  const distance = kept => Math.abs(kept.frame - frame);
  return (covered.length ? covered : view.kept)
    .reduce((best, kept) => !best || distance(kept) < distance(best) ? kept : best, null)?.frame;
}

// The newest frame, with the means of the last few.
function recent(series) {
  if (!series.last) return null;
  const last = series.window(RECENT_US / 1e6);
  const mean = of => last.reduce((sum, point) => sum + of(point), 0) / last.length;
  return {...series.last, score: mean(p => p.score), values: about.types.map((_, i) => mean(p => p.values[i]))};
}

function part(element, make) {
  if (!parts.has(element)) {
    for (const old of parts.keys()) if (!old.isConnected) drop(old);
    parts.set(element, make(element));
  }
  return parts.get(element);
}

function drop(element) {
  parts.get(element).dispose?.();
  parts.delete(element);
}

function showFrame(element, stream, frame, type) {
  const {width, height} = stream.last ?? {};
  part(element, e => new Stage(e))
    .show({stream: stream.stream, frame: stream.last ? frame : null, type, width, height, cell: about.cell});
}

function drawStream(stream) {
  const stage = document.querySelector('.stage');
  stage.style.setProperty('--split', `${view.split}%`);
  stage.style.setProperty('--opacity', view.opacity / 100);
  showFrame(stage, stream, view.shownFrame, view.showMap && !isQuiet() ? view.type : null);
  // What is looked back at stands still.
  view.windowEnd = view.cursor === null || !stream.series.last ? undefined
    : stream.series.windowEnd(view.window, view.cursor, view.windowEnd);
  view.axis = new Axis(stream.series.window(view.window, view.windowEnd));
  const index = about.types.findIndex(type => type.id === view.type);
  const alerts = streams.alertsOf(stream.stream);
  drawBox(stage, stream, alerts);
  const common = {axis: view.axis, alerts, cursor: view.cursor};
  scoreChart().update({...common, value: point => point.score});
  typeChart().update({...common, value: index < 0 ? null : point => point.values[index]});
  document.querySelectorAll('canvas.lane').forEach(lane => drawLane(lane, view.axis, Number(lane.dataset.index), view.cursor));
}

// Where in the picture the newest alert about the shown frame shows most.
function drawBox(stage, stream, alerts) {
  const box = stage.querySelector('.box');
  const found = alerts.findLast(alert => alert.box && covers(alert, view.shownFrame ?? -1));
  box.hidden = !found || !stream.last;
  if (box.hidden) return;
  const {width, height} = stream.last;
  box.style.left = `${100 * found.box.x / width}%`;
  box.style.top = `${100 * found.box.y / height}%`;
  box.style.width = `${100 * found.box.width / width}%`;
  box.style.height = `${100 * found.box.height / height}%`;
}

const scoreChart = () => part(document.getElementById('score-chart'), element => new Timeline(element, {
  range: (low, high) => [Math.min(-11, low * 1.1), Math.max(4, high * 1.1)],
  fill: {above: '--better-wash', below: '--worse-wash'},
  onScrub: frame => actions.scrub(frame),
}));

const typeChart = () => part(document.getElementById('type-chart'), element => new Timeline(element, {
  range: (low, high) => [Math.min(-0.24, low * 1.15), Math.max(0.24, high * 1.15)],
  fill: {above: '--more-wash', below: '--less-wash'},
  onScrub: frame => actions.scrub(frame),
}));

function drawCard(card, points) {
  const stream = streams.get(card.dataset.stream);
  const [first] = strongest(points.get(stream.stream)?.values ?? [], FAINT);
  drawSpark(card.querySelector('.spark'), new Axis(stream.series.window(view.window)));
  showFrame(card.querySelector('.stage'), stream, stream.kept.newest, about.types[first]?.id ?? null);
}

async function loadKept() {
  const name = selected();
  if (view.cursor === null || !streams.get(name)) return;
  try {
    const {frames} = await getJson('frames', {stream: name});
    if (name === selected()) view.kept = frames;
  } catch (e) {
    console.warn('The kept frames could not be read:', e.message);
  }
  schedule();
}

const actions = {
  isWatching: () => Boolean(streams.get(selected())),
  choose(type) {
    view.auto = type === 'auto';
    if (!view.auto) view.type = type;
    schedule();
  },
  typeAt: index => actions.choose(about.types[index].id),
  nextType(by) {
    const index = about.types.findIndex(type => type.id === view.type);
    actions.typeAt((index + by + about.types.length) % about.types.length);
  },
  toggleMap() {
    view.showMap = !view.showMap;
    schedule();
  },
  split(event) {
    view.split = Number(event.target.value);
    schedule();
  },
  nextSplit() {
    view.split = view.split === 0 ? 50 : view.split === 100 ? 0 : 100;
    schedule();
  },
  opacity(event) {
    view.opacity = Number(event.target.value);
    schedule();
  },
  window(event) {
    view.window = Number(event.target.value);
    schedule();
  },
  async scrub(frame, alert) {
    const wish = view.wish = {};
    const isFirst = view.cursor === null;
    view.cursor = frame;
    if (isFirst) view.loaded = loadKept();
    await view.loaded;
    if (wish !== view.wish) return; // The reader has gone on meanwhile.
    view.cursor = nearestKept(frame, alert) ?? frame;
    schedule();
  },
  async chooseAlert(alert) {
    const chosen = {id: alert.id, frames: []};
    view.alert = chosen;
    actions.scrub(alert.evidence_frames?.[0] ?? alert.opened_frame, alert);
    try {
      chosen.frames = (await getJson('evidence', {alert: alert.id})).frames;
    } catch {
      return; // The banner says that the server is gone.
    }
    if (chosen !== view.alert) return;
    draw();
    document.querySelector('.evidence')?.scrollIntoView({block: 'nearest'});
  },
  scrubLane(event) {
    if (view.axis?.points.length) actions.scrub(frameAt(event, view.axis));
  },
  async step(by) {
    const stream = streams.get(selected());
    if (!stream?.series.last) return;
    if (view.cursor === null) actions.scrub(stream.series.last.frame);
    const {wish} = view;
    await view.loaded;
    if (wish !== view.wish) return;
    const at = view.kept.findIndex(frame => frame.frame === frameToShow(stream));
    const to = view.kept[Math.min(view.kept.length - 1, Math.max(0, at + by))];
    if (to) view.cursor = to.frame;
    schedule();
  },
  live() {
    Object.assign(view, {cursor: null, alert: null, wish: null, kept: []});
    schedule();
  },
  openHelp() {
    render(help(() => helpDialog.close()), helpDialog);
    helpDialog.showModal();
  },
};

await loadAbout();
document.getElementById('main').replaceChildren();
streams.take(await getJson('streams'));
await Promise.all(streams.names.map(name => streams.catchUp(streams.get(name))));
follow(update => {
  streams.take(update);
  schedule();
}, connected => {
  streams.connected = connected;
  schedule();
});
listen(actions);
addEventListener('hashchange', actions.live);
setInterval(loadKept, 2000);
schedule();
