// What an officer types survives a closed session, a reload and a press on another form of the page. It lies in this tab only.
const page = document.querySelector('[data-drafts]');
const { drafts, done } = page.dataset;
sessionStorage.removeItem(`draft ${drafts} ${done}`);

for (const field of page.querySelectorAll('[data-draft]')) {
  const key = `draft ${drafts} ${field.dataset.draft}`;
  const kept = sessionStorage.getItem(key);
  if (field.value === '' && kept) {
    field.value = kept;
    field.closest('form').querySelector('[data-restored]').hidden = false;
  }
  field.addEventListener('input', () => {
    if (field.value === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, field.value);
  });
}
