import { hasLeft } from './leave.js';

// sessionStorage only: it ends with the tab, and a shared phone keeps nothing.
const key = 'chat';
const state = load();

export const session = state;

export function keep(changes) {
  Object.assign(state, changes);
  if (hasLeft())
    return;
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Full or forbidden: the page works on, only a reload begins anew.
  }
}

/** The conversation is over; what the resident has typed is not. */
export function forgetConversation() {
  keep({ token: undefined, tokenAt: undefined, userId: undefined, conversationId: undefined, locale: undefined });
}

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
