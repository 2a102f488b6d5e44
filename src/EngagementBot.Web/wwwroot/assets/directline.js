import { session, keep, forgetConversation } from './session.js';

const root = '/v3/directline';
const second = 1000;
const refreshAfter = 15 * 60 * second;
const patience = 15 * second;
const longestSilence = 45 * second;
const longestWait = 30 * second;
const pollEvery = 2 * second;

/** The service knows the conversation no more, or the token is too old. */
export class Ended extends Error {}

/** Direct Line 3.0: one conversation, by WebSocket, and by polling while there is none. */
export class DirectLine {
  #watermark = '';
  #hasEnded = false;
  #wake = () => {};
  #drop = () => {};

  /** @param on received(activities), connected(isConnected), ended() */
  constructor(locale, on) {
    this.locale = locale;
    this.on = on;
  }

  get isOpen() {
    return Boolean(session.conversationId) && !this.#hasEnded;
  }

  async run() {
    this.#watchSurroundings();
    for (let failures = 0; !this.#hasEnded;) {
      try {
        const streamUrl = await this.#open();
        this.on.connected(true);
        failures = await this.#follow(streamUrl) ? 0 : failures + 1;
        await this.#pollFor(backOff(failures));
      } catch (problem) {
        if (problem instanceof Ended)
          return this.#end();
        this.on.connected(false);
        await this.#pause(backOff(++failures));
      }
    }
  }

  /** A repeat with the same id is taken once by the service. */
  async post(activity, clientActivityID) {
    const body = { ...activity, from: { id: session.userId }, locale: this.locale, channelData: { clientActivityID } };
    for (let attempt = 1; ; attempt++) {
      try {
        await call('POST', `${this.#path}/activities`, body);
        return;
      } catch (problem) {
        if (problem instanceof Ended)
          this.#end();
        if (problem instanceof Ended || attempt === 3 || !navigator.onLine)
          throw problem;
        await new Promise(done => setTimeout(done, backOff(attempt)));
      }
    }
  }

  /** Fetches what has not come by the stream. */
  async catchUp() {
    for (;;) {
      const from = this.#watermark;
      const set = await call('GET', `${this.#path}/activities?watermark=${encodeURIComponent(from)}`);
      this.#receive(set);
      if (set.watermark === from || !set.watermark)
        return;
    }
  }

  get #path() {
    return `${root}/conversations/${encodeURIComponent(session.conversationId)}`;
  }

  async #open() {
    if (!session.conversationId)
      return await this.#begin();
    await this.catchUp();
    const conversation = await call('GET', `${this.#path}?watermark=${encodeURIComponent(this.#watermark)}`);
    keep({ token: conversation.token, tokenAt: Date.now() });
    return conversation.streamUrl;
  }

  async #begin() {
    const { token, userId } = await call('POST', '/api/directline/token');
    const conversation = await call('POST', `${root}/conversations`, { locale: this.locale }, token);
    keep({ userId, conversationId: conversation.conversationId, token: conversation.token, tokenAt: Date.now(), locale: this.locale });
    return conversation.streamUrl;
  }

  /** @returns true if the stream lived long enough to try the next one at once. */
  #follow(streamUrl) {
    return new Promise(done => {
      const began = Date.now();
      let silence;
      let socket;
      const finish = () => {
        clearTimeout(silence);
        this.#drop = () => {};
        if (socket)
          socket.onmessage = socket.onclose = null;
        socket?.close();
        done(Date.now() - began > 10 * second);
      };
      const heard = limit => {
        clearTimeout(silence);
        silence = setTimeout(finish, limit);
      };
      this.#drop = finish;
      heard(patience);
      try {
        socket = new WebSocket(streamUrl);
      } catch {
        return finish();
      }
      socket.onopen = () => heard(longestSilence);
      socket.onclose = finish;
      socket.onmessage = message => {
        heard(longestSilence);
        if (message.data)
          this.#receive(JSON.parse(message.data));
      };
    });
  }

  async #pollFor(milliseconds) {
    const until = Date.now() + milliseconds;
    do {
      await this.#pause(Math.min(pollEvery, milliseconds));
      await this.catchUp();
    } while (Date.now() < until && !this.#hasEnded);
  }

  #receive(set) {
    if (this.#hasEnded)
      return;
    if (set.watermark)
      this.#watermark = set.watermark;
    if (set.activities?.length)
      this.on.received(set.activities);
  }

  #end() {
    if (this.#hasEnded)
      return;
    this.#hasEnded = true;
    forgetConversation();
    this.#drop();
    this.on.ended();
  }

  #pause(milliseconds) {
    return new Promise(done => {
      this.#wake = done;
      setTimeout(done, milliseconds);
    });
  }

  #watchSurroundings() {
    setInterval(() => this.#refresh(), 60 * second);
    addEventListener('online', () => this.#wake());
    addEventListener('offline', () => {
      this.on.connected(false);
      this.#drop();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible')
        return;
      this.#refresh();
      this.#wake();
    });
  }

  async #refresh() {
    if (!this.isOpen || Date.now() - session.tokenAt < refreshAfter)
      return;
    try {
      const { token } = await call('POST', `${root}/tokens/refresh`);
      keep({ token, tokenAt: Date.now() });
    } catch (problem) {
      if (problem instanceof Ended)
        this.#end();
    }
  }
}

// Half of the wait is chance, so that a service that comes back is not met by everybody in the same second.
const backOff = failures => Math.min(longestWait, second * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

async function call(method, path, body, token = session.token) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    if (body)
      headers['Content-Type'] = 'application/json';
    const response = await fetch(path, { method, headers, body: body && JSON.stringify(body), signal: abort.signal, cache: 'no-store' });
    if ([401, 403, 404].includes(response.status))
      throw new Ended(response.status);
    if (!response.ok)
      throw new Error(response.status);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}
