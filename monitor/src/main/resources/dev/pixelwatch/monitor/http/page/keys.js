// The keyboard. Keys belong to a control that has the focus and uses them itself, and to the browser
// where no stream is watched.
import {KEYS} from './verdict.js';

const OWN_KEYS = 'input[type=range], input[type=text], select, textarea';

const OFF = 'pixelwatch-characters-off';

// Who speaks to the browser presses letters without meaning to, and can turn them off.
export const characters = {
  areOn: stored(storage => storage.getItem(OFF)) !== '',
  turn(on) {
    characters.areOn = on;
    stored(storage => on ? storage.removeItem(OFF) : storage.setItem(OFF, ''));
  },
};

// A browser may refuse to store anything; then the choice lasts as long as the page.
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export function listen(actions) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.(OWN_KEYS) && event.key !== 'Escape') return;
    if (event.key.length === 1 && !characters.areOn) return;
    if (press(event, actions)) event.preventDefault();
  });
}

function press({key, shiftKey, target}, actions) {
  if (key === '?') return actions.openHelp(), true;
  if (!actions.isWatching()) return false;
  const steps = shiftKey ? 10 : 1;
  // Elsewhere they scroll the page.
  if ((key === 'Home' || key === 'End') && !target.closest?.('.chart')) return false;
  switch (key) {
    case 'ArrowLeft': return actions.step(-steps), true;
    case 'ArrowRight': return actions.step(steps), true;
    case 'ArrowUp': return actions.nextType(-1), true;
    case 'ArrowDown': return actions.nextType(1), true;
    case 'Home': return actions.step(-Infinity), true;
    case 'End':
    case 'Escape': return actions.live(), true;
    case 'a': return actions.choose('auto'), true;
    case 'm': return actions.toggleMap(), true;
    case 'c': return actions.nextSplit(), true;
    default: return KEYS.includes(key) && actions.typeAt(KEYS.indexOf(key)), KEYS.includes(key);
  }
}
