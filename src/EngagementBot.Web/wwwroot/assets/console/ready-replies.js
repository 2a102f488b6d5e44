// A ready reply goes behind what stands in the field already; the first blank is selected, to be filled in.
const field = document.getElementById('reply');

for (const needs of document.querySelectorAll('[data-needs-script]'))
  needs.hidden = false;

for (const button of document.querySelectorAll('[data-ready]'))
  button.addEventListener('click', () => put(button.closest('details').querySelector('.ready-text').textContent));

function put(text) {
  field.value = [field.value.trim(), text].filter(Boolean).join('\n\n');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  const blank = /\{[a-z-]+\}/.exec(field.value);
  if (blank)
    field.setSelectionRange(blank.index, blank.index + blank[0].length);
}
