// What an officer types survives a closed session, a reload and a press on another form of the page. It lies in this tab only.
// The first word of a draft's name is its form: what has been sent is forgotten, all fields together.
const page = document.querySelector('[data-drafts]');
const { drafts, done } = page.dataset;
sessionStorage.removeItem(`draft ${drafts} ${done}`);

for (const field of page.querySelectorAll('[data-draft]')) {
  const key = `draft ${drafts} ${field.dataset.draft}`;
  if (done === field.dataset.draft.split(' ')[0]) sessionStorage.removeItem(key);
  const kept = sessionStorage.getItem(key);
  if (field.value === '' && kept) {
    field.value = kept;
    field.closest('form').querySelector('[data-restored]').hidden = false;
  }
  // A translation that the service has put there is a draft too.
  if (field.value !== '') sessionStorage.setItem(key, field.value);
  field.addEventListener('input', () => {
    if (field.value === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, field.value);
  });
}
