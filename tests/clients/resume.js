// node resume.js SERVICE: comes back to a conversation with and without its watermark, and refreshes its token.
import { Conversation, finish, newToken, opened, pause } from './conversation.js';
import asyncScheduler from 'rxjs/scheduler/AsyncScheduler.js';
import asyncAction from 'rxjs/scheduler/AsyncAction.js';

const service = process.argv[2];
const { token } = await newToken(service);

// The client refreshes every 15 minutes; on this clock of its own that is after a second and a half.
class FastClock extends asyncScheduler.AsyncScheduler {
  schedule(work, delay, state) { return super.schedule(work, delay / 600, state); }
}

const first = new Conversation(service, { token, scheduler: new FastClock(asyncAction.AsyncAction) });
await first.until('greeting', c => c.replies.length > 0);
const { conversationId, watermark } = first.client;
const started = first.client.token;
while (first.client.token === started) await pause(50);
const refreshed = first.client.token;
const asked = await first.say('what is 287g');
await first.until('answer', c => c.repliesTo(asked.id).length > 0);
first.end();

// With its watermark: what came after it. Without one: only what comes from now on.
const withWatermark = new Conversation(service, { token: refreshed, conversationId, watermark });
await withWatermark.until('what was missed', c => c.repliesTo(asked.id).length > 0);
const without = new Conversation(service, { token: refreshed, conversationId });
while (opened.length < 3) await pause(20);
const next = await withWatermark.say('what is 287g');
await withWatermark.until('next answer', c => c.repliesTo(next.id).length > 0);
await without.until('next answer', c => c.repliesTo(next.id).length > 0);

finish({
  refreshed: refreshed !== started && refreshed !== token,
  heard: first.activities.map(a => a.id),
  withWatermark: withWatermark.activities.map(a => a.id),
  without: without.activities.map(a => a.id),
  asked: asked.id,
  next: next.id,
});
