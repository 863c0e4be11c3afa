// Trains a model on pages of one's own from a program, as the command `train` does: `npx tsx examples/train.ts FOLDER model.json`.
// FOLDER holds pages and their labels files, as the command `add` writes them. In a clone of the project `npm run build` comes first.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultModel, labelledPage, pageAsText, parseLabels, trainFrom, writeModel } from 'boilerplate-classifier/training';

const [folder, out] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.labels')).sort().map((name) => parseLabels(read(name), name));

// Labels that the shipped model does not know are learned beside its own.
const from = defaultModel();
const found = new Set(files.flatMap(({ lines }) => lines.map(([label]) => label)));
const added = [...found].filter((label) => label !== 'undecided' && !(from.labels as readonly string[]).includes(label)).sort();
const labels = [...from.labels, ...added];

const pages = files.map((file) => labelledPage(read(file.page), file, labels));
const digest = createHash('sha256');
for (const file of files) digest.update(file.sha256).update(JSON.stringify(file.lines));

const { model } = trainFrom({
  from, added,
  markup: pages.filter(({ page }) => page.source === 'html'),
  text: pages.map((page, i) => pageAsText(page, files[i], labels)),
  corpusDigest: digest.digest('hex'),
});
writeFileSync(out, writeModel(model));
console.log(`${out}: ${model.labels.join(', ')}; ${pages.length} pages`);
