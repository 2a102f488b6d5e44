const slack = 60;
const bar = document.querySelector('.bar');
const dock = document.getElementById('dock');
const button = document.getElementById('new-messages');

let placed = 0;
let firstUnread = null;

const end = () => document.documentElement.scrollHeight - innerHeight;
const isAtEnd = () => scrollY >= end() - slack;

/** The reader has scrolled up: the page must not move under their eyes. */
export const isReadingBack = () => scrollY < placed - slack && !isAtEnd();

export function goToEnd() {
  moveTo(end());
}

/** Shows a new message from its beginning, or offers it to a reader who reads something else. */
export function showArrival(item, wasReadingBack) {
  if (!wasReadingBack)
    return moveTo(Math.max(scrollY, beginning(withQuestion(item))));
  firstUnread ??= item;
  button.hidden = false;
}

// A short question stays in sight above its answer.
function withQuestion(item) {
  const before = item.previousElementSibling;
  return before?.classList.contains('own') && before.offsetHeight < innerHeight / 4 ? before : item;
}

const beginning = item => item.getBoundingClientRect().top + scrollY - bar.offsetHeight - 12;

function moveTo(position) {
  scrollTo(0, Math.min(position, end()));
  placed = scrollY;
}

function forgetUnread() {
  firstUnread = null;
  button.hidden = true;
}

addEventListener('scroll', () => {
  if (!isAtEnd())
    return;
  placed = scrollY;
  forgetUnread();
}, { passive: true });

button.addEventListener('click', () => {
  const item = firstUnread;
  moveTo(beginning(item));
  item.focus({ preventScroll: true });
  forgetUnread();
});

// What has the focus is scrolled to where the bars do not cover it.
new ResizeObserver(() => {
  const style = document.documentElement.style;
  style.setProperty('--bar', `${bar.offsetHeight}px`);
  style.setProperty('--dock', `${dock.offsetHeight}px`);
}).observe(dock);
