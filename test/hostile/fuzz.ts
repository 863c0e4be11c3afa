/** `npm run fuzz -- --minutes N [--seed S]`: changes the bundled pages at random and keeps what breaks a promise as a fixture. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tagSoup } from '../blocks/generated-pages';
import { brokenPromises } from './broken-promises';
import { mutatedPages } from './mutated-pages';

const FOUND = join('test', 'hostile', 'found');
const { values, positionals } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } }, strict: false });
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const known = Object.keys(values).every((name) => name === 'minutes' || name === 'seed');
if (positionals.length || !known || !(minutes > 0) || !Number.isInteger(seed)) {
  const given = process.argv.slice(2).join(' ');
  process.stderr.write(`Expected \`--minutes N\`, a number above 0, and \`--seed S\`, a whole number, got \`${given}\`\n`);
  process.exit(2);
}

const read = (folder: string, end: string) => readdirSync(folder).filter((file) => file.endsWith(end)).map((file) => readFileSync(join(folder, file), 'utf8'));
const pages = [...read(join('corpus', 'pages'), '.html'), ...read(join('test', 'pages'), '.html')];
const texts = [...read(join('corpus', 'pages'), '.txt'), ...pages.map((page) => page.replace(/<[^>]*>/g, '\n'))];

const source = fc.oneof(
  { weight: 6, arbitrary: mutatedPages(pages).map((text) => ({ text, form: 'html' as const })) },
  { weight: 2, arbitrary: mutatedPages(texts).map((text) => ({ text, form: 'text' as const })) },
  { weight: 2, arbitrary: fc.array(tagSoup, { maxLength: 8 }).map((soup) => ({ text: soup.join(''), form: 'html' as const })) },
);

/** The shortest piece that still breaks a promise, by leaving out ever smaller parts. */
function shortened(text: string, breaks: (text: string) => boolean): string {
  let shortest = text;
  for (let size = Math.ceil(shortest.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < shortest.length; ) {
      const without = shortest.slice(0, at) + shortest.slice(at + size);
      if (breaks(without)) shortest = without;
      else at += size;
    }
  }
  return shortest;
}

const kindOf = (broken: readonly string[]) => broken[0]?.split(/[ :]/)[0];
const end = Date.now() + minutes * 60_000;
let runs = 0;
let findings = 0;
process.stderr.write(`seed ${seed}\n`);
for (let batch = 0; Date.now() < end; batch++) {
  for (const { text, form } of fc.sample(source, { numRuns: 50, seed: seed + batch })) {
    const broken = brokenPromises(text, form);
    runs++;
    if (!broken.length) continue;
    const short = shortened(text, (piece) => kindOf(brokenPromises(piece, form)) === kindOf(broken));
    const file = join(FOUND, `${createHash('sha256').update(short).digest('hex').slice(0, 12)}.${form === 'html' ? 'html' : 'txt'}`);
    mkdirSync(FOUND, { recursive: true });
    writeFileSync(file, short);
    process.stdout.write(`${file}: ${brokenPromises(short, form)[0]}\n`);
    if (++findings >= 10) break;
  }
  if (findings >= 10) break;
}
process.stdout.write(`${runs} pages, ${findings} findings\n`);
process.exitCode = findings ? 1 : 0;
