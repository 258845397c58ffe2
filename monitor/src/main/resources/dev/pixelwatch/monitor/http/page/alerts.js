// Alerts as a list; the marks on the time lines are drawn by the charts.
import {html, nothing} from './lit-html.js';
import {evidence} from './evidence.js';
import * as format from './format.js';

export const isOpen = alert => alert.closed_time_us === null;

// Whether a frame lies within an alert.
export function covers(alert, frame) {
  return frame >= alert.opened_frame && (isOpen(alert) || frame < (alert.closed_frame ?? alert.opened_frame + 1));
}

// The chosen alert, if any, shows its pictures.
export function alertList(alerts, chosen, choose) {
  const newest = [...alerts].sort((a, b) => b.opened_frame - a.opened_frame);
  return html`<section class="alerts" aria-labelledby="alerts-title">
    <h2 id="alerts-title">Alerts</h2>
    ${newest.length ? html`<ol>${newest.map(alert => item(alert, chosen, choose))}</ol>`
      : html`<p class="soft">None so far.</p>`}
  </section>`;
}

function item(alert, chosen, choose) {
  const open = isOpen(alert);
  return html`<li class=${open ? 'open' : 'closed'}>
    <button class="plain" @click=${() => choose(alert)} title="Look at it">
      <span class="when">${format.moment(alert.opened_time_us)}${open ? ' still open' : ` to ${format.moment(alert.closed_time_us)}`}</span>
      ${alert.message}
    </button>${chosen?.id === alert.id ? evidence(chosen) : nothing}</li>`;
}
