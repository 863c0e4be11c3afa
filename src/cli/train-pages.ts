import { InputTypeError } from '../errors';
import { writeModel } from '../model/write-model';
import { compareModels, countFlips } from '../training/compare-models';
import { labelledPage, pageAsText } from '../training/corpus-page';
import { matchLines } from '../training/match-lines';
import { newLabels } from '../training/new-labels';
import { trainFrom } from '../training/train-from';
import { counted } from './counted';
import { heldOutSummary, newLabelSummary, warningsOfFall, warningsOfNewLabels } from './held-out';
import { readLabelledFiles, type LabelledFile } from './labelled-folders';
import { startProgress } from './progress';
import { readModelFile } from './read-model-file';
import { SHIPPED } from './shipped';
import { sha256 } from './sha256';
import { writeWhole } from './write-file';

/** `train` on pages of one's own: starts from a model, the shipped one where none is named, and says what changed. */
export function trainPages(folders: readonly string[], fromFile: string, out: string): void {
  const from = readModelFile(fromFile);
  const files = readLabelledFiles(folders);
  if (!files.length) throw new InputTypeError('BAD_CORPUS', `Expected labelled pages in ${folders.join(', ')}, got none: make some with \`add\``);
  const added = labelsToAdd(files, from.labels);
  const labels = [...from.labels, ...added];
  const pages = files.map(({ source, labels: file }) => labelledPage(source, file, labels));
  files.forEach((file, i) => warnOfGaps(file, pages[i].page.blocks));
  const markup = pages.filter(({ page }) => page.source === 'html');
  const text = files.map(({ labels: file }, i) => pageAsText(pages[i], file, labels));
  const corpusDigest = sha256([from.corpusDigest, ...files.map(({ sha256: page, labels: { lines } }) => `${page} ${JSON.stringify(lines)}`)].join('\n'));

  const bar = startProgress('training', 1);
  const trained = trainFrom({ from, added, markup, text, corpusDigest, onProgress: (done) => bar.update(done) });
  bar.stop();
  const model = writeModel(trained.model);
  writeWhole(out, model);
  const sites = new Set(pages.map(({ site }) => site)).size;
  process.stdout.write(`${out}: ${labels.join(', ')}; ${counted(files.length, 'page')} of ${counted(sites, 'site')}, starting from ${fromFile === SHIPPED ? 'the shipped model' : fromFile}; ${model.length} bytes\n\n`);
  process.stdout.write(`${heldOutSummary(trained, sites)}${newLabelSummary(trained, added)}\n`);
  const flips = countFlips(pages.flatMap((page) => compareModels(from, trained.model, page)));
  process.stdout.write(`on the pages themselves ${flips.mended + flips.broken + flips.other} blocks changed their label: ${flips.mended} are right now, ${flips.broken} were right before, ${flips.other} neither\n`);
  for (const warning of [...warningsOfFall(trained), ...warningsOfNewLabels(trained, added)]) process.stderr.write(`${warning}\n`);
}

/** Labels of the files that the model does not know; slips are refused with the first place where they stand. */
function labelsToAdd(files: readonly LabelledFile[], known: readonly string[]): string[] {
  const found = newLabels(files.map(({ labels }) => labels), known);
  const slip = found.find(({ isSlip }) => isSlip);
  if (slip) {
    const { file, labels } = files.find(({ labels: { lines } }) => lines.some(([label]) => label === slip.label))!;
    const line = labels.lineNumbers[labels.lines.findIndex(([label]) => label === slip.label)];
    throw new InputTypeError('BAD_LABELS', `${file}:${line}: \`${slip.label}\` is no label of the model (${known.join(', ')}) and stands on too few blocks, or is too like one, to be a new one: see \`check\``);
  }
  return found.map(({ label }) => label);
}

function warnOfGaps({ file, labels }: LabelledFile, blocks: readonly { text: string }[]): void {
  const without = matchLines(blocks, labels.lines).lineOf.filter((line) => line < 0).length;
  if (without) process.stderr.write(`${file}: ${counted(without, 'block')} ${without === 1 ? 'has' : 'have'} no label and ${without === 1 ? 'teaches' : 'teach'} nothing: see \`check\`\n`);
}
