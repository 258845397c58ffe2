// All streams side by side.
import {html} from './lit-html.js';
import {scoreWords, strongest, typeWords} from './about.js';
import {isOpen} from './alerts.js';
import {chip, stateOf} from './header.js';
import * as format from './format.js';

export function overview(streams, points) {
  return html`<div class="overview">${streams.names.map(name => card(streams.get(name), points.get(name), streams))}</div>`;
}

function card(stream, point, streams) {
  const open = streams.alertsOf(stream.stream).filter(isOpen).length;
  return html`<a class="card" href="#stream=${encodeURIComponent(stream.stream)}" data-stream=${stream.stream}>
    <div class="stage small"><div class="pictures"><canvas class="processed"></canvas><div class="over"><canvas class="map"></canvas></div></div></div>
    <h2>${stream.stream}</h2>
    <p>${chip(stateOf(stream, streams), stream.reason)} <span class="soft">${stream.stage} \u00b7 ${stream.rate.toFixed(1)} /s</span></p>
    <p>${point ? html`<b>${scoreWords(point.score)}</b> ${format.points(point.score)}` : 'no score yet'}</p>
    <p class="soft">${point ? strongest(point.values).slice(0, 2).map(i => typeWords(i, point.values[i])).join(', ') || 'no distortion shows' : ''}</p>
    ${open ? html`<p class="open">${open} open ${open === 1 ? 'alert' : 'alerts'}</p>` : ''}
    <canvas class="spark" aria-hidden="true"></canvas>
  </a>`;
}

export function emptyPage(streams) {
  return streams.phase === 'starting'
    ? html`<div class="empty"><h1>Starting</h1><p>The broker and the network come up. This takes some seconds.</p></div>`
    : html`<div class="empty"><h1>No stream yet</h1>
      <p>A stream appears here with its first result. Start one, for example:</p>
      <pre>./pixelwatch watch before.mp4 after.mp4</pre>
      <p>On a cluster, check that the topic prefix is the same on both sides.</p></div>`;
}
