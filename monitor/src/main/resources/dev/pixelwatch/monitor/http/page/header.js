// The strip at the top: where we are, and what the system itself is doing.
import {html, nothing} from './lit-html.js';
import * as format from './format.js';

const STATES = {
  waiting: ['busy', 'Waiting for the first score'],
  connecting: ['busy', 'Connecting'],
  aligning: ['busy', 'Aligning the two sides'],
  live: ['good', 'Live'],
  quiet: ['busy', 'No new frames'],
  unaligned: ['bad', 'Not aligned: nothing is scored'],
  reference_lost: ['bad', 'Reference lost'],
  processed_lost: ['bad', 'Processed side lost'],
  both_lost: ['bad', 'Both sides lost'],
  ended: ['idle', 'Ended'],
  unknown: ['busy', 'State unknown'],
};

export function stateOf(stream, streams) {
  if (!streams.connected) return ['bad', 'No connection'];
  if (streams.phase === 'ended') return ['idle', 'Run ended'];
  const [mood, words] = STATES[stream.state] ?? STATES.unknown;
  const silence = stream.state === 'quiet' ? ` for ${format.span(stream.idle_ms / 1000)}` : '';
  return [mood, words + silence];
}

export const chip = ([mood, words], reason) =>
  html`<span class="chip ${mood}" title=${reason || nothing}>${words}</span>`;

const fact = (name, value, title, loud) =>
  html`<div class=${loud ? 'loud' : ''} title=${title}><dt>${name}</dt><dd>${value}</dd></div>`;

function facts(stream) {
  const {frames, k} = stream;
  const latency = stream.latency_ms === null ? '\u2013' : format.milliseconds(stream.latency_ms);
  return html`<dl class="facts" aria-label="What the system is doing">
    ${fact('rate', `${stream.rate.toFixed(1)} /s`, 'Scored frames a second, over the last four seconds')}
    ${fact('latency', latency, 'Mean time from publishing a frame to its score, over the last second')}
    ${fact('scoring', k > 1 ? `every ${format.ordinal(k)}` : 'all', 'Every k-th frame is scored, so that the latency stays bounded', k > 1)}
    ${fact('scored', format.count(frames.scored), 'Pairs with a score since this page was opened by the server')}
    ${fact('skipped', format.count(frames.skipped), 'Left out to bound the latency', frames.skipped > 0)}
    ${fact('unmatched', format.count(frames.unmatched), 'Frames whose partner did not come in time', frames.unmatched > 0)}
    ${fact('lost', format.count(frames.lost), 'Frames that the topic held no longer', frames.lost > 0)}
    ${fact('failed', format.count(frames.failed), 'Pairs that could not be assessed', frames.failed > 0)}
  </dl>`;
}

function tabs(streams, selected) {
  if (streams.names.length < 2) return html`<h1>${selected ?? ''}</h1>`;
  return html`<nav aria-label="Streams">
    <a href="#" aria-current=${selected ? nothing : 'page'}>All streams</a>
    ${streams.names.map(name => html`<a href="#stream=${encodeURIComponent(name)}"
      aria-current=${name === selected ? 'page' : nothing}>${name}</a>`)}
  </nav>`;
}

export function header(streams, selected, {openHelp}) {
  const stream = streams.get(selected);
  return html`
    <a class="brand" href="#" aria-label="Pixelwatch: all streams"><img src="/assets/icon.svg" alt="" width="22" height="22">Pixelwatch</a>
    ${tabs(streams, selected)}
    ${stream ? html`
      <span class="what">${stream.stage}${stream.build ? ` \u00b7 ${stream.build}` : ''}</span>
      ${chip(stateOf(stream, streams), stream.reason)}
      ${facts(stream)}` : nothing}
    <button class="plain help" @click=${openHelp} aria-label="How to read this page, and its keys" title="How to read this page (?)">?</button>`;
}

// What stands in the way of the whole page, if anything does.
export function banner(streams) {
  if (!streams.connected) {
    return html`<p class="banner bad" role="alert">No connection to Pixelwatch: it has ended or cannot be reached. Trying again.</p>`;
  }
  if (streams.phase === 'ended') {
    return html`<p class="banner" role="status">The run has ended. What it left can still be looked at.</p>`;
  }
  return streams.phase === 'running' && streams.trouble
    ? html`<p class="banner bad" role="alert">${streams.trouble}.</p>` : nothing;
}
