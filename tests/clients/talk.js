// node talk.js SERVICE socket|polling: greeted, asks, taps, says the same twice, ends.
import { Conversation, finish, logOf, newToken, opened, pause } from './conversation.js';

const [service, way] = process.argv.slice(2);
const { token, userId } = await newToken(service);
const conversation = new Conversation(service, { token, webSocket: way === 'socket', conversationStartProperties: { locale: 'en' } });

await conversation.until('greeting', c => c.replies.length > 0);
const greeting = conversation.replies[0];

const asked = await conversation.say('what is 287g', 'asked');
await conversation.until('answer', c => c.repliesTo(asked.id).length > 0);
const answer = conversation.repliesTo(asked.id)[0];

const again = await conversation.say('what is 287g', 'asked');
const tapped = await conversation.post({ type: 'message', text: answer.suggestedActions.actions[0].value, channelData: { clientActivityID: 'tapped' } });
await conversation.until('answer to the tap', c => c.repliesTo(tapped.id).length > 0);

const ended = await conversation.post({ type: 'endOfConversation', channelData: { clientActivityID: 'ended' } });
await conversation.until('end', c => c.activities.some(a => a.type === 'endOfConversation'));
const afterEnd = await conversation.say('is anybody there', 'after').then(() => 0, error => error.status);
await pause(500);

finish({
  greetings: conversation.replies.filter(r => r.text === greeting.text).length,
  greetingHasActions: greeting.suggestedActions.actions.length > 0,
  answer: answer.text,
  answerCount: conversation.repliesTo(asked.id).length,
  sameId: again.id === asked.id,
  ended: ended.id,
  afterEnd,
  sockets: opened.length,
  socketsOpen: opened.filter(s => s.readyState === 1).length,
  socketAddress: opened[0]?.url ?? null,
  users: [...new Set(conversation.activities.filter(a => a.from.id !== 'bot').map(a => a.from.id))],
  tokenUser: userId,
  ids: conversation.activities.map(a => a.id),
  logged: (await logOf(service, conversation.client.conversationId, token)).map(a => a.id),
});
