// A conversation held by botframework-directlinejs as it comes from npm.
import { randomUUID } from 'node:crypto';
import { opened } from './browser-globals.js';
import module from 'botframework-directlinejs';

const { DirectLine, ConnectionStatus } = module;

export { ConnectionStatus, opened };

export async function newToken(service) {
  const answer = await fetch(`${service}/api/directline/token`, { method: 'POST' });
  if (!answer.ok) throw new Error(`The token door answered ${answer.status}.`);
  return answer.json();
}

export class Conversation {
  /** Everything that the client has handed on, in its order. */
  activities = [];
  statuses = [];
  #waiting = [];

  constructor(service, options) {
    this.client = new DirectLine({ domain: `${service}/v3/directline`, pollingInterval: 200, ...options });
    this.client.connectionStatus$.subscribe(status => this.statuses.push(ConnectionStatus[status]));
    this.subscription = this.client.activity$.subscribe(activity => {
      this.activities.push(activity);
      this.#look();
    }, error => this.failed = error);
  }

  get messages() { return this.activities.filter(a => a.type === 'message'); }
  get replies() { return this.messages.filter(a => a.from.id === 'bot'); }
  echoesOf(key) { return this.activities.filter(a => a.channelData?.clientActivityID === key); }
  repliesTo(id) { return this.replies.filter(a => a.replyToId === id); }

  /** Sends until the service has said that it has it: always as the same message. Resolves with the activity's id. */
  async post(activity) {
    for (let attempt = 1; ; attempt++) {
      const id = await this.client.postActivity({ from: { id: 'resident' }, ...activity }).toPromise();
      if (id && id !== 'retry') return { id, attempt };
      if (attempt === 100) throw new Error('The service does not take the message.');
      await pause(100);
    }
  }

  say(text, key = randomUUID()) {
    return this.post({ type: 'message', text, locale: 'en', channelData: { clientActivityID: key } });
  }

  async until(what, isSo, seconds = 20) {
    if (isSo(this)) return;
    let limit;
    await new Promise((resolve, reject) => {
      limit = setTimeout(() => reject(new Error(`${what}: not within ${seconds} s. ${this.activities.length} activities, ${this.statuses}`)), seconds * 1000);
      this.#waiting.push({ isSo, resolve });
    });
    clearTimeout(limit);
  }

  end() {
    this.subscription.unsubscribe();
    this.client.end();
  }

  #look() {
    const satisfied = this.#waiting.filter(w => w.isSo(this));
    this.#waiting = this.#waiting.filter(w => !satisfied.includes(w));
    for (const { resolve } of satisfied) resolve();
  }
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** What the service itself has in its log, read page by page without the client. */
export async function logOf(service, conversationId, token) {
  const log = [];
  for (let watermark = ''; ;) {
    const answer = await fetch(`${service}/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`, { headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`The log's door answered ${answer.status}.`);
    const page = await answer.json();
    if (page.activities.length === 0) return log;
    log.push(...page.activities);
    watermark = page.watermark;
  }
}

/** The test reads the last line. */
export function finish(figures) {
  console.log(JSON.stringify(figures));
  process.exit(0);
}
