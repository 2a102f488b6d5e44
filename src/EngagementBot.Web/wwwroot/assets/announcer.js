const region = document.getElementById('announcements');
const shownForMilliseconds = 2000;

/** Says a text once to a screen reader, in its own language. */
export function announce(text, lang = document.documentElement.lang) {
  const words = document.createElement('p');
  words.lang = lang;
  words.textContent = text;
  region.append(words);
  setTimeout(() => words.remove(), shownForMilliseconds);
}
