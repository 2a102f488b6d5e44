// Other libraries on the messages that the bot is measured on, in the same table: node peers.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { franc } from 'franc';
import { eld as loadedEld } from 'eld/large';
import { detect as tinyld } from 'tinyld';

const require = createRequire(import.meta.url);
const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const sets = join(repository, 'tests', 'EngagementBot.Tests', 'Understanding');
const tags = readdirSync(join(repository, 'locales'), { withFileTypes: true }).filter(f => f.isDirectory()).map(f => f.name).sort();
const shortText = 20;

// The names that these libraries have for the languages; the others they call by the primary tag.
const iso6393 = { ar: 'arb', en: 'eng', es: 'spa', fr: 'fra', hi: 'hin', ht: 'hat', ko: 'kor', pt: 'por', ru: 'rus', tl: 'tgl', vi: 'vie', zh: 'cmn' };
const primaryOf = Object.fromEntries(Object.entries(iso6393).map(([two, three]) => [three, two]));
const sameLanguage = { fil: 'tl', 'zh-latn': 'zh', 'zh-hant': 'zh', 'ru-latn': 'ru', 'hi-latn': 'hi', 'zh-tw': 'zh' };

const primary = tag => tag.split('-')[0];
const rows = file => readFileSync(file, 'utf8').split('\n').slice(1).filter(l => l).map(l => l.split('\t'));
const messages = tags.flatMap(tag => rows(join(sets, `${tag}.tsv`))
  .map(([text, kind, topic, sentiment]) => ({ tag, text, kind, topic, sentiment })));
const questions = messages.filter(m => m.topic);

await main();

async function main() {
  const results = [...await languages(), ...await topics(), ...await sentiments()];
  print(['', 'figure', ...tags, 'all'], results.map(r => [r.name, r.figure, ...tags.map(t => r.of(m => m.tag === t)), r.of(() => true)]));
}

async function languages() {
  const measured = [];
  for (const [name, detect] of await detectors()) {
    const right = new Map();
    for (const message of messages) {
      const read = String(await detect(message.text) ?? '').toLowerCase();
      right.set(message, (sameLanguage[read] ?? primary(read)) === primary(message.tag));
    }
    measured.push(share(name, 'language', messages, m => right.get(m)));
    measured.push(share(name, `language, short`, messages.filter(m => m.text.length <= shortText), m => right.get(m)));
  }
  return measured;
}

async function detectors() {
  const cld3 = (await require('cld3-asm').loadModule()).create(0, 1000);
  const only = Object.values(iso6393);
  const all = [
    ['franc, of the twelve', text => primaryOf[franc(text, { minLength: 1, only })]],
    ['franc', text => primaryOf[franc(text, { minLength: 1 })]],
    ['eld (large)', text => loadedEld.detect(text).language],
    ['tinyld', text => tinyld(text)],
    ['cld3-asm', text => cld3.findLanguage(text).language],
  ];
  const cld = load('cld');
  if (cld)
    all.push(['cld', async text => (await cld.detect(text, { bestEffort: true }).catch(() => undefined))?.languages[0].code]);
  return all;
}

// node-nlp learns from the same questions as the bot, each language by itself.
async function topics() {
  const near = new Map();
  for (const tag of tags) {
    const { NlpManager } = require('node-nlp');
    const manager = new NlpManager({ languages: [primary(tag)], forceNER: false, autoSave: false, nlu: { log: false } });
    for (const [topic, question] of learned(tag))
      manager.addDocument(primary(tag), question, topic);
    await manager.train();
    for (const question of questions.filter(q => q.tag === tag)) {
      const { classifications = [] } = await manager.process(primary(tag), question.text);
      near.set(question, classifications.map(c => c.intent).slice(0, 3));
    }
  }
  return [
    share('node-nlp', 'topic first', questions, q => near.get(q)[0] === q.topic),
    share('node-nlp', 'topic among three', questions, q => near.get(q).includes(q.topic)),
  ];
}

function learned(tag) {
  const folder = join(repository, 'locales', tag, 'answers');
  return readdirSync(folder).filter(f => f.endsWith('.md')).flatMap(file => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const from = lines.indexOf('questions:') + 1;
    const until = lines.findIndex((line, at) => at >= from && !line.startsWith('  - '));
    return lines.slice(from, until).map(line => [file.slice(0, -'.md'.length), line.slice('  - '.length).replace(/^"|"$/g, '')]);
  });
}

async function sentiments() {
  const multilang = require('multilang-sentiment');
  const { SentimentManager } = require('node-nlp');
  const nlp = new SentimentManager();
  const measured = [];
  for (const [name, feel] of [
    ['multilang-sentiment', (text, tag) => multilang(text, primary(tag)).category],
    ['node-nlp', async (text, tag) => (await nlp.process(primary(tag), text)).vote],
  ]) {
    const felt = new Map();
    for (const message of messages)
      felt.set(message, await feel(message.text, message.tag));
    measured.push({ name, figure: 'sentiment F1', of: which => percent(macroF1(messages.filter(which), m => felt.get(m))) });
  }
  return measured;
}

function macroF1(all, read) {
  const labels = ['negative', 'neutral', 'positive'].filter(l => all.some(m => m.sentiment === l));
  const said = all.filter(m => m.sentiment !== 'mixed');
  return labels.reduce((sum, label) => {
    const both = said.filter(m => m.sentiment === label && read(m) === label).length;
    return sum + 2 * both / (said.filter(m => m.sentiment === label).length + said.filter(m => read(m) === label).length) / labels.length;
  }, 0);
}

function share(name, figure, of, isRight) {
  return { name, figure, of: which => of.some(which) ? percent(of.filter(which).filter(isRight).length / of.filter(which).length) : '' };
}

function percent(part) {
  return (100 * part).toFixed(1);
}

// Null where it did not install: cld is compiled on the machine where it runs.
function load(name) {
  try {
    return require(name);
  } catch (missing) {
    console.error(`${name} left out: ${missing.message.split('\n')[0]}`);
    return null;
  }
}

function print(columns, lines) {
  for (const cells of [columns, columns.map(() => '---'), ...lines])
    console.log(`| ${cells.join(' | ')} |`);
}
