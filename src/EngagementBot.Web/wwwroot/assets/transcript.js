import { direction, texts } from './texts.js';
import { renderMarkdown, renderPlain } from './markdown.js';

/** The messages in the order of their ids, each once; what is not yet stored stands at the end. */
export class Transcript {
  #list;
  #shown = new Map();
  #waiting = new Map();
  #count = 0;

  constructor(list) {
    this.#list = list;
    list.addEventListener('keydown', event => this.#walk(event));
    list.addEventListener('focusin', event => this.#makeCurrent(event.target.closest('#transcript > li')));
  }

  get isEmpty() {
    return !this.#list.firstElementChild;
  }

  /** @returns the element, or null if the message stood there already. */
  show(activity, isOwn) {
    if (this.#shown.has(activity.id))
      return null;
    const mine = activity.channelData?.clientActivityID;
    const item = (isOwn && this.#waiting.get(mine)) || this.#newItem(isOwn);
    this.#waiting.delete(mine);
    this.#shown.set(activity.id, item);
    item.dataset.id = activity.id;
    mark(item, null);
    write(item, activity, isOwn);
    this.#place(item);
    return item;
  }

  /** Shows a message before the service has it. */
  showWaiting({ id, text }, locale) {
    const item = this.#newItem(true);
    this.#waiting.set(id, item);
    write(item, { text, locale }, true);
    this.#list.append(item);
    this.#makeCurrent(item);
    return item;
  }

  isWaiting(id) {
    return this.#waiting.has(id);
  }

  removeWaiting(id) {
    this.#waiting.get(id)?.remove();
    this.#waiting.delete(id);
  }

  markSending(id) {
    mark(this.#waiting.get(id), texts.sending);
  }

  markSent(id) {
    mark(this.#waiting.get(id), null);
  }

  markFailed(id, sendAgain) {
    mark(this.#waiting.get(id), texts['not-sent'], sendAgain);
  }

  #newItem(isOwn) {
    const item = document.createElement('li');
    const number = ++this.#count;
    item.className = isOwn ? 'own' : 'bot';
    item.tabIndex = -1;
    item.setAttribute('aria-labelledby', `who-${number} text-${number}`);
    const who = document.createElement('p');
    who.className = 'who';
    who.id = `who-${number}`;
    who.textContent = isOwn ? texts.you : texts.bot;
    const text = document.createElement('div');
    text.className = 'text';
    text.id = `text-${number}`;
    item.append(who, text);
    return item;
  }

  #place(item) {
    const hadFocus = item.contains(document.activeElement);
    const next = [...this.#list.children].find(other => other !== item && (!other.dataset.id || other.dataset.id > item.dataset.id));
    if (!item.isConnected || item.nextElementSibling !== (next ?? null))
      this.#list.insertBefore(item, next ?? null);
    if (hadFocus)
      item.focus({ preventScroll: true });
    else if (!this.#list.contains(document.activeElement))
      this.#makeCurrent(this.#list.lastElementChild);
  }

  #walk(event) {
    const items = [...this.#list.children];
    const at = items.indexOf(event.target.closest('#transcript > li'));
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || !items[to] || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    items[to].focus();
  }

  #makeCurrent(item) {
    if (!item)
      return;
    this.#list.querySelectorAll(':scope > [tabindex="0"]').forEach(other => { other.tabIndex = -1; });
    item.tabIndex = 0;
  }
}

function write(item, activity, isOwn) {
  const text = item.querySelector('.text');
  text.lang = activity.locale ?? '';
  text.dir = isOwn ? 'auto' : direction(activity.locale);
  text.replaceChildren((isOwn ? renderPlain : renderMarkdown)(activity.text ?? ''));
}

function mark(item, state, sendAgain) {
  item?.querySelector('.state')?.remove();
  if (!item || !state)
    return;
  const line = document.createElement('p');
  line.className = sendAgain ? 'state failed' : 'state';
  line.append(state);
  if (sendAgain) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = texts['send-again'];
    button.addEventListener('click', () => {
      item.focus({ preventScroll: true });
      sendAgain();
    });
    line.append(' ', button);
  }
  item.append(line);
}
