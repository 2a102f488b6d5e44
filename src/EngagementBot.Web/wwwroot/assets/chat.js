import { announce } from './announcer.js';
import { giveBack, startComposer } from './composer.js';
import { DirectLine } from './directline.js';
import { offerLanguages, tellLanguage } from './language.js';
import { Outbox } from './outbox.js';
import { goToEnd, isReadingBack, showArrival } from './reading.js';
import { session } from './session.js';
import { onChoice, showSuggestions } from './suggestions.js';
import { language, texts } from './texts.js';
import { Transcript } from './transcript.js';
import { hideWorking, showWorking } from './working.js';

const list = document.getElementById('transcript');
const connection = document.getElementById('connection');
const expired = document.getElementById('expired');

const transcript = new Transcript(list);
const line = new DirectLine(language, { received, connected, ended });
const outbox = new Outbox(line, transcript, { sending: showWorking, stopped: hideWorking });

let isOffline = false;
let isHistory = Boolean(session.conversationId);
let newest = null;

document.getElementById('dock').hidden = false;
document.getElementById('start-again').addEventListener('click', () => location.reload());
offerLanguages();
startComposer(send);
onChoice(choose);
line.run();

function send(text) {
  if (!expired.hidden) {
    document.getElementById('start-again').focus();
    return false;
  }
  showSuggestions(null);
  outbox.add(text);
  goToEnd();
  return true;
}

// The chosen button goes away; the focus goes to the message that it became.
function choose(text) {
  if (send(text))
    list.lastElementChild.focus({ preventScroll: true });
}

function received(activities) {
  const wasReadingBack = isReadingBack();
  const wasEmpty = transcript.isEmpty;
  const arrivals = activities.filter(activity => activity.type === 'message').map(show).filter(Boolean);
  if (!arrivals.length)
    return;
  showSuggestions(newest?.isOwn || list.lastElementChild.dataset.id !== newest?.activity.id ? null : newest.activity);
  if (![...list.children].some(item => !item.dataset.id))
    hideWorking();
  const fromBot = arrivals.filter(arrival => !arrival.isOwn);
  if (isHistory)
    return goToNewest();
  if (fromBot.length && !wasEmpty)
    showArrival(fromBot[0].item, wasReadingBack);
  fromBot.forEach(({ item, activity }) => announce(`${texts.bot}: ${item.querySelector('.text').innerText}`, activity.locale));
}

function show(activity) {
  const isOwn = activity.from?.role === 'user' || activity.from?.id === session.userId;
  const item = transcript.show(activity, isOwn);
  outbox.delivered(activity.channelData?.clientActivityID);
  if (!item)
    return null;
  if (!newest || activity.id > newest.activity.id)
    newest = { activity, isOwn };
  return { activity, isOwn, item };
}

// A page with only the greeting on it stays at its top, where it says whose it is.
function goToNewest() {
  if (list.childElementCount > 1)
    goToEnd();
}

function connected(isConnected) {
  if (!expired.hidden)
    return;
  if (isConnected) {
    isHistory = false;
    outbox.send();
    tellLanguage(line);
  } else {
    outbox.fail();
  }
  const wasOffline = isOffline;
  isOffline = !isConnected;
  if (isOffline === wasOffline)
    return;
  sayConnection(isConnected ? texts.online : texts.offline);
  if (isConnected)
    setTimeout(() => { connection.hidden = !isOffline; }, 4000);
}

function sayConnection(text) {
  connection.textContent = text;
  connection.hidden = false;
  announce(text);
}

function ended() {
  hideWorking();
  showSuggestions(null);
  connection.hidden = true;
  expired.hidden = false;
  giveBack(outbox.takeBack());
  announce(texts.expired);
  goToEnd();
}
