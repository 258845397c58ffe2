// One stream: the picture, its controls, the time lines, the verdict, the types and the alerts.
import {html, nothing} from './lit-html.js';
import {about, typeOf} from './about.js';
import {alertList} from './alerts.js';
import {types, verdict} from './verdict.js';
import * as format from './format.js';

const WINDOWS = [[30, '30 s'], [120, '2 min'], [1e9, 'all']];

export function focus(stream, alerts, view, actions) {
  const map = typeOf(view.type);
  return html`<div class="focus">
    <section class="watch" aria-label="Picture">
      ${picture(stream, view, map, actions)}
      ${controls(view, map, actions)}
      ${timelines(stream, view, map, actions)}
    </section>
    <div class="side">
      ${verdict(view.point, view.cursor === null)}
      ${types({point: view.point, selected: view.type, auto: view.auto, choose: actions.choose, scrub: actions.scrubLane})}
      ${alertList(alerts, view.alert, actions.chooseAlert)}
    </div>
  </div>`;
}

function picture(stream, view, map, actions) {
  const words = `Frame ${view.shownFrame ?? 'none'} of ${stream.stream}: the reference on the left of the slider, `
    + `the processed picture on the right${map ? `, with the map of ${format.typeName(map.id)}` : ''}`;
  return html`<div class="stage without-pictures">
    <div class="pictures" role="img" aria-label=${words}>
      <canvas class="processed"></canvas>
      <div class="over"><canvas class="map"></canvas></div>
      <canvas class="reference"></canvas>
    </div>
    <span class="side-name left">reference</span><span class="side-name right">processed</span>
    <input class="split" type="range" min="0" max="100" step="0.5" .value=${String(view.split)} @input=${actions.split}
      aria-label="Slider between reference (right end) and processed picture (left end)">
   <div class="divider" aria-hidden="true"></div>
    <div class="box" aria-hidden="true" hidden></div>
    ${legend(view, map)}
    ${note(stream)}
  </div>`;
}

function legend(view, map) {
  if (!view.showMap) return nothing;
  return map && !(view.auto && view.quiet) ? html`<p class="legend"><span>${map.less}</span><i aria-hidden="true"></i><span>${map.more}</span></p>`
    : html`<p class="legend">no distortion is strong enough to be shown</p>`;
}

function note(stream) {
  if (stream.kept.newest === undefined || stream.kept.newest === null) {
    return html`<p class="note">No picture yet. It comes with the first scored pair.</p>`;
  }
  return stream.kept.pictures ? nothing
    : html`<p class="note">The pictures are in the process that scores this stream. Here are its maps and scores.</p>`;
}

function controls(view, map, actions) {
  return html`<div class="controls">
    <label><input type="checkbox" .checked=${view.showMap} @change=${actions.toggleMap}> map of
      <select aria-label="Distortion type of the map" @change=${e => actions.choose(e.target.value)}>
        <option value="auto" .selected=${view.auto}>the strongest${view.auto && map ? ` (${format.typeName(map.id)})` : ''}</option>
        ${about.types.map(type => html`<option value=${type.id} .selected=${!view.auto && type.id === view.type}>${format.typeName(type.id)}</option>`)}
      </select></label>
    <label class="opacity">opacity <input type="range" min="10" max="100" .value=${String(view.opacity)} @input=${actions.opacity}></label>
  </div>`;
}

function timelines(stream, view, map, actions) {
  const live = view.cursor === null;
  const last = stream.series.last;
  const ago = live || !last || !view.point ? 0 : (last.time - view.point.time) / 1e6;
  return html`<div class="times">
    <h2>Score <span class="soft">points; below 0 is worse than the reference</span>
      <span class="tools">
        <select aria-label="Time shown" @change=${actions.window}>
          ${WINDOWS.map(([seconds, words]) => html`<option value=${seconds} .selected=${seconds === view.window}>${words}</option>`)}
        </select>
        <button @click=${() => actions.step(-1)} aria-label="One kept frame back" title="Back (left arrow)">\u2190</button>
        <button @click=${() => actions.step(1)} aria-label="One kept frame forward" title="Forward (right arrow)">\u2192</button>
        <button class=${live ? nothing : 'call'} @click=${actions.live} ?disabled=${live} title="Back to live (Escape)">${live ? 'following' : `\u2212${format.span(Math.max(0, ago))} \u00b7 to live`}</button>
      </span></h2>
    <div class="chart" id="score-chart" role="img" tabindex="0" aria-label="Time line of the score"></div>
    <h2>${map ? format.typeName(map.id) : 'Type'} <span class="soft">${map ? `signed intensity; above 0 is ${map.more}` : 'choose one'}</span></h2>
    <div class="chart" id="type-chart" role="img" tabindex="0" aria-label="Time line of the chosen type"></div>
  </div>`;
}
