import { texts } from './texts.js';
import { announce } from './announcer.js';

const digits = /\d{4}(?: \d{4}){3}/;
const aroundIt = /[*\s\u2066-\u2069]/g;

/** The receipt, if the paragraph is nothing else. */
export function receiptIn(paragraph) {
  const found = paragraph.match(digits);
  return found && paragraph.replace(found[0], '').replace(aroundIt, '') === '' ? found[0] : null;
}

export function receiptBlock(receipt) {
  const block = document.createElement('div');
  block.className = 'receipt';
  const number = document.createElement('strong');
  number.dir = 'ltr';
  number.textContent = receipt;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.textContent = texts.copy;
  copy.addEventListener('click', () => copyFrom(number, copy));
  block.append(number, copy);
  return block;
}

async function copyFrom(number, button) {
  if (!await copied(number))
    return;
  button.textContent = texts.copied;
  announce(texts.copied);
  setTimeout(() => { button.textContent = texts.copy; }, 2000);
}

// The clipboard of newer browsers is there on https only; an agency may try the page out without.
async function copied(number) {
  try {
    await navigator.clipboard.writeText(number.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(number);
    return document.execCommand('copy');
  }
}
