import { texts } from './texts.js';
import { announce } from './announcer.js';

const line = document.getElementById('working');
const words = document.getElementById('working-text');

let timers = [];

/** Says that an answer is looked for: soon, and once more when it takes long. */
export function showWorking() {
  if (timers.length)
    return;
  timers = [setTimeout(say, 600, texts.working), setTimeout(say, 5000, texts.slow)];
}

export function hideWorking() {
  timers.forEach(clearTimeout);
  timers = [];
  line.hidden = true;
}

function say(text) {
  words.textContent = text;
  line.hidden = false;
  announce(text);
}
