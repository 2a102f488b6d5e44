import { direction } from './texts.js';

const bar = document.getElementById('suggestions');

let choose = () => {};

export const onChoice = handler => { choose = handler; };

export function showSuggestions(activity) {
  const actions = activity?.suggestedActions?.actions ?? [];
  bar.replaceChildren(...actions.map(action => button(action, activity.locale)));
  bar.hidden = !actions.length;
  if (actions.length)
    bar.firstElementChild.tabIndex = 0;
}

function button(action, lang) {
  const choice = document.createElement('button');
  choice.type = 'button';
  choice.tabIndex = -1;
  choice.lang = lang;
  choice.dir = direction(lang);
  choice.textContent = action.title;
  choice.addEventListener('click', () => choose(String(action.value ?? action.title)));
  return choice;
}

bar.addEventListener('keydown', event => {
  const choices = [...bar.children];
  const at = choices.indexOf(document.activeElement);
  const forward = getComputedStyle(bar).direction === 'rtl' ? -1 : 1;
  const to = {
    ArrowDown: at + 1, ArrowUp: at - 1, ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: choices.length - 1,
  }[event.key];
  if (to === undefined || at < 0)
    return;
  event.preventDefault();
  const next = choices[(to + choices.length) % choices.length];
  choices[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
