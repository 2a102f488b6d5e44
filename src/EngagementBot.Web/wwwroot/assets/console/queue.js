// The queue reads itself again. What the officer is doing - the focus, the place on the page, an open filter - stays as it is.
const PAUSE = 10_000;
const ANNOUNCED = 'announced-urgent';
const ANNOUNCED_LOST = 'announced-not-reached';

const list = document.querySelector('[data-list]');
const filters = document.querySelector('[data-filters]');
const refreshed = document.querySelector('[data-refreshed]');
const live = document.querySelector('[data-announce]');
const name = document.title.replace(/^\(\d+ urgent\) /, '');
const zone = refreshed.dataset.zone;

let shown = list.innerHTML;
let read = list.querySelector('[data-read]').dataset.read;

function announce({ urgent, notReached }) {
  const numbers = urgent.split(' ').filter(Boolean);
  document.title = numbers.length > 0 ? `(${numbers.length} urgent) ${name}` : name;
  const said = [];
  const fresh = unheard(ANNOUNCED, numbers);
  if (fresh.length > 0) said.push(fresh.length === 1 ? `New urgent case ${fresh[0]}.` : `${fresh.length} new urgent cases: ${fresh.join(', ')}.`);
  const lost = unheard(ANNOUNCED_LOST, notReached.split(' ').filter(Boolean));
  if (lost.length > 0) said.push(`Not reached by text message: the ${lost.length === 1 ? 'resident' : 'residents'} of ${lost.join(', ')}.`);
  if (said.length > 0) live.textContent = said.join(' ');
}

function unheard(key, numbers) {
  const known = new Set((sessionStorage.getItem(key) ?? '').split(' '));
  const fresh = numbers.filter(n => !known.has(n));
  if (fresh.length > 0) sessionStorage.setItem(key, [...known, ...fresh].filter(Boolean).join(' '));
  return fresh;
}

function show(html) {
  if (html === shown) return;
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null;
  const { scrollX, scrollY } = window;
  list.innerHTML = shown = html;
  if (focused !== null) (document.getElementById(focused) ?? document.getElementById('heading')).focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
}

function signedOut() {
  refreshed.textContent = 'You are signed out, and the list stands still. ';
  const again = document.createElement('a');
  again.href = location.href;
  again.textContent = 'Sign in again';
  refreshed.append(again);
  live.textContent = 'You are signed out.';
}

// False ends the refreshing.
async function refresh() {
  const address = new URL(list.dataset.list, location.href);
  address.searchParams.set('handler', 'List');
  const answer = await fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, redirect: 'error' });
  if (answer.status === 401 || answer.status === 403) {
    signedOut();
    return false;
  }
  if (!answer.ok) throw new Error(`${answer.status}`);
  const html = await answer.text();
  const part = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-read]');
  announce(part.dataset);
  if (filters.contains(document.activeElement)) {
    refreshed.textContent = `Read at ${read}. The list waits while you choose a filter.`;
    return true;
  }
  read = part.dataset.read;
  show(html);
  refreshed.textContent = `Updated ${read}. Times are those of ${zone}.`;
  return true;
}

async function run() {
  try {
    if (!document.hidden && !(await refresh())) return;
  } catch {
    refreshed.textContent = `Not updated since ${read}: the service does not answer. Trying again.`;
  }
  setTimeout(run, PAUSE);
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refresh().catch(() => {});
});
announce(list.querySelector('[data-urgent]').dataset);
setTimeout(run, PAUSE);
