import { session, keep } from './session.js';
import { language } from './texts.js';
import { newId } from './outbox.js';

const choice = document.getElementById('language');

/** The conversation goes on in the other language's page. No trace in the history, so that Back leads out. */
export function offerLanguages() {
  document.getElementById('language-choice').hidden = false;
  choice.addEventListener('change', () => location.replace(`/${choice.value}`));
}

/** Tells the bot once that its resident has changed the language of the page. */
export async function tellLanguage(line) {
  if (!line.isOpen || session.locale === language)
    return;
  const before = session.locale;
  keep({ locale: language });
  try {
    await line.post({ type: 'event', name: 'language', value: language }, newId());
    await line.catchUp();
  } catch {
    keep({ locale: before });
  }
}
