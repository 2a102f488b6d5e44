// What a reply costs as text message, while it is typed.
import { isOneText, onPhone, segmentsOf } from './segments.js';

// More than these may come apart on an old phone, and each is paid for.
const WARN_ABOVE = 3;

for (const shown of document.querySelectorAll('[data-cost-of]')) {
  const field = document.getElementById(shown.dataset.costOf);
  const show = () => {
    const text = onPhone((field.dataset.before ?? '') + field.value);
    const cost = segmentsOf(text);
    shown.textContent = `As text message: ${words(cost, segmentsOf(onPhone(field.value)).culprit)}.${advice(text, cost)}`;
    shown.classList.toggle('high', cost.segments > WARN_ABOVE);
    shown.hidden = field.value.trim() === '';
  };
  field.addEventListener('input', show);
  show();
}

// The officer can change their own words, not the line that goes before them.
function words({ segments, culprit }, own) {
  const reason = own !== null ? quoted(own) : `${quoted(culprit)} in the line that goes before it`;
  return `${segments} ${segments === 1 ? 'segment' : 'segments'}, ${culprit === null ? 'GSM-7' : `Unicode because of ${reason}`}`;
}

// Set apart from the English around it, whichever way it is written.
function quoted(sign) {
  return `“\u2068${sign}\u2069”`;
}

function advice(text, cost) {
  if (!isOneText(text, cost)) return ' It goes out as several texts. A shorter one is read more easily.';
  return cost.segments > WARN_ABOVE ? ' That is long for a phone: shorten it if you can.' : '';
}
