// What a text costs as text message, counted as the service counts it (SmsSegments and PhoneText): 3GPP TS 23.038.
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const EXTENDED = new Set('^{}\\[~]|€\f');

// Longer texts are cut into several.
const LONGEST = 700;
const MOST_SEGMENTS = 5;

// Signs of print that no phone keyboard has, and what is meant by them.
const PLAINLY = {
  '’': "'", '‘': "'", '“': '"', '”': '"', '«': '"', '»': '"', '–': '-', '—': '-', '…': '...', '•': '*', '\u00A0': ' ', '\u202F': ' ', '\u2011': '-',
};

export function segmentsOf(text) {
  const signs = [...text];
  const culprit = signs.find(s => !BASIC.has(s) && !EXTENDED.has(s)) ?? null;
  const units = signs.map(s => (culprit !== null ? s.length : EXTENDED.has(s) ? 2 : 1));
  const characters = units.reduce((sum, u) => sum + u, 0);
  const [single, joined] = culprit === null ? [160, 153] : [70, 67];
  return { segments: characters <= single ? 1 : parts(units, joined), characters, culprit };
}

// A sign of two units is not cut in two: it begins the next part.
function parts(units, longest) {
  let count = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > longest) {
      count++;
      used = 0;
    }
    used += unit;
  }
  return count;
}

/** The words as a phone shows them. */
export function onPhone(markdown) {
  const plain = markdown.replace(/\r\n|[\r\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\*\*(.+?)\*\*/gs, '$1').replace(/\[([^\]\n]+)\]\((https?:\/\/[^)\s]+)\)/g, '$1 $2').replace(/\n\s*\n+/g, '\n').trim();
  const typed = [...plain].map(s => PLAINLY[s] ?? s).join('');
  return segmentsOf(typed).culprit === null ? typed : plain;
}

export const isOneText = (text, cost) => text.length <= LONGEST && cost.segments <= MOST_SEGMENTS;
