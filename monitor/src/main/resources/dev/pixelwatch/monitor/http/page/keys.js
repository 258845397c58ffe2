// The keyboard. Keys belong to a control that has the focus and uses them itself.
import {KEYS} from './verdict.js';

const OWN_KEYS = 'input[type=range], input[type=text], select, textarea';

export function listen(actions) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.(OWN_KEYS) && event.key !== 'Escape') return;
    if (press(event, actions)) event.preventDefault();
  });
}

function press({key, shiftKey}, actions) {
  const steps = shiftKey ? 10 : 1;
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
    case '?': return actions.openHelp(), true;
    default: return KEYS.includes(key) && actions.typeAt(KEYS.indexOf(key)), KEYS.includes(key);
  }
}
