// How to read the page, and its keys.
import {html} from './lit-html.js';
import {characters} from './keys.js';
import {KEYS} from './verdict.js';

const ROWS = [
  ['\u2190 \u2192', 'one kept frame back or forward; with Shift, ten'],
  ['Home', 'on a time line: the oldest kept frame'],
  ['Escape', 'back to live; on a time line also End'],
  ['\u2191 \u2193', 'the type above or below'],
  [`${KEYS[0]} to ${KEYS[KEYS.length - 1]}`, 'a type, as marked in the list'],
  ['a', 'follow the strongest type'],
  ['m', 'map on or off'],
  ['c', 'reference, both, or processed'],
];

export const help = close => html`
  <h2 id="help-title">How to read this page</h2>
  <p>Pixelwatch compares each frame before a stage (the <b>reference</b>) with the same frame after it
    (<b>processed</b>). Drag the slider on the picture to see one or the other.</p>
  <p>The <b>map</b> colours where a distortion was added (<span class="more">orange</span>) or removed
    (<span class="less">blue</span>). The list beside it shows all fifteen types over time, in the same colours.</p>
  <p>The <b>score</b> is 0 for the same quality and negative when the processed frame is worse. Click a
    time line, or an alert, to look at that moment.</p>
  <table><tbody>${ROWS.map(([keys, words]) => html`<tr><th scope="row"><kbd>${keys}</kbd></th><td>${words}</td></tr>`)}</tbody></table>
  <p><label><input type="checkbox" .checked=${characters.areOn} @change=${e => characters.turn(e.target.checked)}>
    keys of one letter, digit or sign</label> <span class="soft">(remembered by this browser)</span></p>
  <p class="soft">For programs: <a href="/metrics">metrics</a>, <a href="/api/v1/openapi.json">API</a>.</p>
  <button @click=${close}>Close</button>`;
