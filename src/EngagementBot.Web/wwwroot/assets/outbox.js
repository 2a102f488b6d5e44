import { announce } from './announcer.js';
import { session, keep } from './session.js';
import { texts } from './texts.js';

/** What the resident has sent and the service has not yet taken, oldest first. A reload does not lose it. */
export class Outbox {
  #line;
  #transcript;
  #on;
  #isSending = false;
  #hasFailed = false;

  /** @param on sending(), stopped() */
  constructor(line, transcript, on) {
    this.#line = line;
    this.#transcript = transcript;
    this.#on = on;
    this.#messages.forEach(message => transcript.showWaiting(message, line.locale));
  }

  add(text) {
    const message = { id: newId(), text };
    keep({ outbox: [...this.#messages, message] });
    this.#transcript.showWaiting(message, this.#line.locale);
    this.send();
  }

  /** One after the other: the answers of a dialog must arrive in their order. */
  async send() {
    if (!this.#messages.length)
      return;
    this.#hasFailed = false;
    this.#messages.forEach(message => this.#transcript.markSending(message.id));
    this.#on.sending();
    if (this.#isSending || !this.#line.isOpen)
      return;
    this.#isSending = true;
    try {
      while (this.#messages.length)
        await this.#post(this.#messages[0]);
    } catch {
      this.#isSending = false;
      this.fail();
    } finally {
      this.#isSending = false;
    }
  }

  /** What is just being tried is not given up. */
  fail() {
    if (this.#isSending || this.#hasFailed || !this.#messages.length)
      return;
    this.#hasFailed = true;
    announce(texts['not-sent']);
    this.#messages.forEach(message => this.#transcript.markFailed(message.id, () => this.send()));
    this.#on.stopped();
  }

  /** The service has it: the echo came, or the answer to the post. */
  delivered(id) {
    if (this.#messages.some(message => message.id === id))
      keep({ outbox: this.#messages.filter(message => message.id !== id) });
  }

  /** Gives the words back, for a conversation that takes no more. */
  takeBack() {
    const words = this.#messages.map(message => message.text).join('\n');
    this.#messages.forEach(message => this.#transcript.removeWaiting(message.id));
    keep({ outbox: [] });
    return words;
  }

  get #messages() {
    return session.outbox ?? [];
  }

  async #post({ id, text }) {
    try {
      await this.#line.post({ type: 'message', text }, id);
    } catch (problem) {
      // The post may have arrived although its answer did not.
      if (this.#messages[0]?.id === id)
        throw problem;
    }
    this.#transcript.markSent(id);
    this.delivered(id);
    this.#fetchEcho(id);
  }

  #fetchEcho(id) {
    setTimeout(() => this.#transcript.isWaiting(id) && this.#line.catchUp().catch(() => {}), 700);
  }
}

// crypto.randomUUID is there on https only.
export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
