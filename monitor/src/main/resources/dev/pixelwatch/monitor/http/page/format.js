// Numbers, times and words for people.

const CLOCK_FROM_US = 1e15; // Later than this a capture time is one since 1970, not since a start.

export const points = score => signed(score, 1);
export const intensity = value => signed(value, 2);
export const typeName = id => id.replace(/_/g, ' ');

function signed(value, decimals) {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return (value < 0 ? '\u2212' : '+') + text;
}

export function time(us) {
  if (us >= CLOCK_FROM_US) return new Date(us / 1000).toLocaleTimeString([], {hourCycle: 'h23'});
  const seconds = Math.max(0, us / 1e6);
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - 60 * minutes).toFixed(1).padStart(4, '0')}`;
}

// A time that may be of another day.
export function moment(us) {
  const date = new Date(us / 1000);
  if (us < CLOCK_FROM_US || date.toDateString() === new Date().toDateString()) return time(us);
  return `${date.toLocaleDateString([], {day: 'numeric', month: 'short', year: 'numeric'})} ${time(us)}`;
}

export function span(seconds) {
  if (seconds < 90) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.round(seconds / 60)} min`;
}

export function milliseconds(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export const count = number => number.toLocaleString('en');

export function ordinal(n) {
  const tail = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return n + (['th', 'st', 'nd', 'rd'][tail] ?? 'th');
}
