// The pictures that were kept of an alert; they outlive what the page remembers.
import {html, nothing} from './lit-html.js';
import {url} from './client.js';
import * as format from './format.js';

export function evidence({id, frames}) {
  if (!frames.length) return nothing;
  return html`<div class="evidence">${frames.map(({frame, type}) => {
    const path = `evidence/${frame}/`;
    return html`<p class="soft">Frame ${format.count(frame)}</p><div>
      ${picture('reference', url(path + 'picture.jpg', {alert: id, side: 'reference'}), frame)}
      ${picture('processed', url(path + 'picture.jpg', {alert: id, side: 'processed'}), frame)}
      ${picture(`map of ${format.typeName(type)}`, url(path + 'map.png', {alert: id}), frame)}
    </div>`;
  })}</div>`;
}

const picture = (words, address, frame) => html`<a href=${address} target="_blank" title="Open in full size">
  <img src=${address} alt=${`Frame ${frame}, ${words}`} loading="lazy"><span class="soft">${words}</span></a>`;
