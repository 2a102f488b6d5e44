import { session, keep } from './session.js';
import { texts } from './texts.js';
import { announce } from './announcer.js';

const form = document.getElementById('composer');
const box = document.getElementById('message');
const warning = document.getElementById('too-long');
const longest = Number(box.dataset.longest);

/** @param send takes the text and returns true; otherwise the text stays in the box. */
export function startComposer(send) {
  put(session.draft ?? '');
  box.addEventListener('input', changed);
  box.addEventListener('keydown', event => {
    // An input method's Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    submit(send);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit(send);
  });
}

/** Gives words back to the resident, before what they are writing now. */
export function giveBack(words) {
  if (words)
    put([words, box.value].filter(Boolean).join('\n'));
}

function put(text) {
  box.value = text;
  changed();
}

function submit(send) {
  const text = box.value.trim();
  if (isTooLong())
    announce(warning.textContent);
  else if (text && send(text))
    put('');
  box.focus();
}

// No maxlength: it would cut off what somebody pastes, without a word.
function changed() {
  keep({ draft: box.value });
  warning.textContent = isTooLong() ? texts['too-long'].replace('{limit}', longest) : '';
  box.setAttribute('aria-invalid', isTooLong());
  // The placeholder follows the page, the resident's words their own script.
  box.dir = box.value ? 'auto' : '';
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

const isTooLong = () => box.value.trim().length > longest;
