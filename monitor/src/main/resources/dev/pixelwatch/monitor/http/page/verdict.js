// What a frame, or the last few, came to: in words, then type by type.
import {html, nothing} from './lit-html.js';
import {FAINT, SHOWN, about, scoreWords, strongest, typeWords} from './about.js';
import * as format from './format.js';

export const KEYS = '1234567890qwert';

const upper = text => text.charAt(0).toUpperCase() + text.slice(1);

export function verdict(point, live) {
  if (!point) return html`<section class="verdict"><p class="empty">No score yet.</p></section>`;
  const mood = Math.abs(point.score) < 2 ? 'same' : point.score < 0 ? 'worse' : 'better';
  return html`<section class="verdict ${mood}" aria-label="Verdict">
    <p class="words">${upper(scoreWords(point.score))}<span class="points" title="Relational score in points: 0 is the same quality, negative is worse than the reference">${format.points(point.score)} points</span></p>
    <p>${distortions(point.values)}</p>
    <p class="soft">${live ? 'Now' : 'Then'}: frame ${format.count(point.frame)} at ${format.moment(point.time)}</p>
  </section>`;
}

function distortions(values) {
  const words = least => strongest(values, least).slice(0, 3).map(i => typeWords(i, values[i])).join(', ');
  if (words(SHOWN)) return `${upper(words(SHOWN))}.`;
  return words(FAINT) ? `Faint or in a small place: ${words(FAINT)}.` : 'No distortion shows.';
}

export function types({point, selected, auto, choose, scrub}) {
  return html`<section class="types" aria-labelledby="types-title">
    <h2 id="types-title">What changed, and when
      <label class="auto"><input type="checkbox" .checked=${auto} @change=${e => choose(e.target.checked ? 'auto' : selected)}> follow the strongest</label></h2>
    <div role="radiogroup" aria-label="Distortion type shown on the picture">
      ${about.types.map((type, i) => row(type, i, point?.values[i] ?? 0, selected, choose, scrub))}
    </div>
  </section>`;
}

function row(type, index, value, selected, choose, scrub) {
  const shows = Math.abs(value) >= SHOWN;
  const words = shows ? typeWords(index, value) : '';
  return html`<div class="type ${shows ? (value < 0 ? 'less' : 'more') : 'none'} ${type.id === selected ? 'selected' : ''}">
    <button class="plain name" role="radio" aria-checked=${type.id === selected} @click=${() => choose(type.id)}
      aria-label="${format.typeName(type.id)} ${format.intensity(value)} ${words}"
      title="${type.more} (+), ${type.less} (\u2212)"><kbd>${KEYS[index]}</kbd>${format.typeName(type.id)}</button>
    <canvas class="lane" data-index=${index} @pointerdown=${scrub} @pointermove=${e => e.buttons ? scrub(e) : nothing} aria-hidden="true"></canvas>
    <span class="value">${format.intensity(value)}</span>
    <span class="words">${words}</span>
  </div>`;
}
