// What numbers mean: the types, and the score in words. Told by the server.
import {getJson} from './client.js';

export const about = {types: [], score_words: [], cell: 16, more_colour: '#fff', less_colour: '#fff'};

export async function loadAbout() {
  Object.assign(about, await getJson('about'));
}

export function scoreWords(score) {
  const band = about.score_words.findLast(words => Math.abs(score) >= words.from);
  return score < 0 ? band.worse : band.better;
}

export function typeOf(id) {
  return about.types.find(type => type.id === id);
}

export function typeWords(index, value) {
  return value < 0 ? about.types[index].less : about.types[index].more;
}

// Least mean intensity that counts as shown, and as a faint trace: a small place has a small mean.
export const SHOWN = 0.05;
export const FAINT = 0.015;

// The indexes of the types that are at least so strong, strongest first.
export function strongest(values, least = SHOWN) {
  return [...values.keys()]
    .filter(index => Math.abs(values[index]) >= least)
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]));
}
