import { receiptIn, receiptBlock } from './receipt.js';

const numbers = /\d+\([a-z]\)/g;

// The little Markdown that the bot writes. Elements are made one by one and filled with text: no words become HTML.
const inline = /\[([^\]]+)\]\([\u2066-\u2068]?(https?:\/\/[^\s)\u2066-\u2069]+)\u2069?\)|\*\*(.+?)\*\*|(https?:\/\/[^\s<>()\u2066-\u2069]*[^\s<>()\u2066-\u2069.,;:!?،؛؟])|\b(\d{4}(?: \d{4}){3}(?!\d)|\d+\([a-z]\))/g;

export function renderMarkdown(text) {
  const page = document.createDocumentFragment();
  for (const block of text.split(/\n\s*\n/))
    renderBlock(page, block.split('\n').filter(line => line.trim()));
  return page;
}

/** Words that are nobody's Markdown. */
export function renderPlain(text) {
  const words = document.createDocumentFragment();
  fillPlain(words, text);
  return words;
}

function renderBlock(page, lines) {
  while (lines.length) {
    const isList = isItem(lines[0]);
    const end = lines.findIndex(line => isItem(line) !== isList);
    const part = lines.splice(0, end < 0 ? lines.length : end);
    page.append(isList ? list(part) : paragraph(part));
  }
}

const isItem = line => /^\s*- /.test(line);

function list(lines) {
  const items = document.createElement('ul');
  for (const line of lines)
    items.append(filled('li', line.replace(/^\s*- /, '')));
  return items;
}

function paragraph(lines) {
  const receipt = receiptIn(lines.join('\n'));
  if (receipt)
    return receiptBlock(receipt);
  const words = document.createElement('p');
  lines.forEach((line, index) => {
    if (index)
      words.append(document.createElement('br'));
    fill(words, line);
  });
  return words;
}

function filled(name, text) {
  const element = document.createElement(name);
  fill(element, text);
  return element;
}

function fill(parent, text) {
  let from = 0;
  for (const found of text.matchAll(inline)) {
    const [all, title, url, bold, bareUrl, number] = found;
    parent.append(text.slice(from, found.index));
    from = found.index + all.length;
    if (bold)
      parent.append(filled('strong', bold));
    else if (number)
      parent.append(setApart(number));
    else
      parent.append(link(title ?? bareUrl, url ?? bareUrl));
  }
  parent.append(text.slice(from));
}

function fillPlain(parent, text) {
  let from = 0;
  for (const found of text.matchAll(numbers)) {
    parent.append(text.slice(from, found.index), setApart(found[0]));
    from = found.index + found[0].length;
  }
  parent.append(text.slice(from));
}

function link(title, url) {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  fillPlain(anchor, title);
  return anchor;
}

// 287(g) and a receipt stay whole, and in their own direction among words that run from right to left.
function setApart(number) {
  const whole = document.createElement('bdi');
  whole.className = 'whole';
  whole.dir = 'ltr';
  whole.textContent = number;
  return whole;
}
