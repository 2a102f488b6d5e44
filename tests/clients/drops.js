// node drops.js SERVICE CONVERSATIONS MESSAGES DROPS: residents talk by WebSocket over wires that are cut at random. Each conversation has
// its share of messages and drops; a drop counts only where a socket was open. The client waits for at least 3 s before it comes back,
// so that several conversations side by side take as long as one of them.
import { Conversation, finish, logOf, newToken, opened, pause } from './conversation.js';
import { Wire } from './cut-off.js';

const [service, conversations, messages, drops] = [process.argv[2], ...process.argv.slice(3).map(Number)];

async function talk(number) {
  const wire = await Wire.to(new URL(service));
  const { token } = await newToken(service);
  // The shortest pause that the client knows, and two seconds to give up a request and until it tries to reconnect again.
  const conversation = new Conversation(wire.address, { token, random: () => 0, timeout: 2000 });
  await conversation.until('greeting', c => c.replies.length > 0);
  const cutting = { left: drops, inAPost: 0, connections: 0, posting: false };
  const [sent] = await Promise.all([send(conversation, number, cutting), cut(wire, cutting)]);
  while (!isListening(wire)) await pause(5);
  await conversation.until('last reply', c => c.repliesTo(sent.at(-1).id).length > 0, 60);
  await pause(1000);
  const log = await logOf(service, conversation.client.conversationId, conversation.client.token);
  conversation.end();
  return {
    ...compare(conversation, sent, log), drops, dropsInAPost: cutting.inAPost, connectionsCut: cutting.connections,
    sentAgain: sent.reduce((sum, s) => sum + s.attempt - 1, 0),
  };
}

const isListening = wire => opened.some(s => s.url.startsWith(wire.address.replace('http', 'ws')) && s.readyState === 1);

// At any moment; every second time at any moment of a message's way.
async function cut(wire, cutting) {
  for (; cutting.left > 0; cutting.left--) {
    while (!isListening(wire)) await pause(5);
    await pause(Math.random() * 600);
    while (cutting.left % 2 === 1 && !cutting.posting) await pause(1);
    await pause(cutting.left % 2 === 1 ? Math.random() * 12 : 0);
    cutting.inAPost += cutting.posting ? 1 : 0;
    cutting.connections += wire.cut();
    await pause(20);
  }
}

// As evenly as the drops go by, so that there is always something under way.
async function send(conversation, number, cutting) {
  const sent = [];
  const pace = 3400 * (drops + 1) / messages;
  for (let i = 0; i < messages; i++) {
    while (cutting.left > 0 && i >= messages * (drops - cutting.left + 1) / (drops + 1)) await pause(10);
    const key = `${number}-${i}`;
    cutting.posting = true;
    sent.push({ key, ...await conversation.say('what is 287g', key) });
    cutting.posting = false;
    await pause(Math.random() * 2 * pace);
  }
  return sent;
}

// Each message of the resident's and each reply: seen, once, in the order of the log, and the log in the order of sending.
function compare(conversation, sent, log) {
  const seen = conversation.activities.map(a => a.id);
  const logged = log.map(a => a.id);
  const keys = log.map(a => a.channelData?.clientActivityID).filter(Boolean);
  return {
    sent: sent.length,
    missing: logged.filter(id => !seen.includes(id)).length + sent.filter(s => !keys.includes(s.key)).length,
    twice: seen.length - new Set(seen).size + keys.length - new Set(keys).size,
    outOfOrder: disorder(seen) + disorder(logged) + sent.filter((s, i) => keys[i] !== s.key).length,
    unanswered: sent.filter(s => !log.some(a => a.replyToId === s.id)).length,
    answeredTwice: sent.filter(s => log.filter(a => a.replyToId === s.id).length > 1).length,
    unknown: seen.filter(id => !logged.includes(id)).length,
  };
}

const disorder = ids => ids.filter((id, i) => i > 0 && id <= ids[i - 1]).length;

const begun = Date.now();
const results = await Promise.all(Array.from({ length: conversations }, (_, number) => talk(number)));
const sum = name => results.reduce((total, r) => total + r[name], 0);
finish({
  conversations, sockets: opened.length, seconds: Math.round((Date.now() - begun) / 1000),
  ...Object.fromEntries(Object.keys(results[0]).map(name => [name, sum(name)])),
});
