import { splitPage } from '../blocks/split-page';
import { InputTypeError, show } from '../errors';
import { whyNoLabel } from '../model/model-file';
import { DEFAULT_LIMITS } from '../options';
import { foldOfSite, joinLabels, type LabelLine, type LabelledPage } from './labelled-page';
import { formOf } from './page-form';

/** A labels file: what is known of a page beside its source. */
export interface LabelsFile {
  /** File name of the page, in the same folder. */
  page: string;
  site: string;
  kind: string;
  language: string;
  year: string;
  /** SHA-256 of the page's source, hexadecimal. */
  sha256: string;
  lines: LabelLine[];
}

const FIELDS = ['page', 'site', 'kind', 'language', 'year', 'sha256'] as const;

/** The label of what cannot be decided: it is never learned. */
export const UNDECIDED = 'undecided';
/** Labels of lines that teach the shipped model nothing: readers' comments and what cannot be decided. */
export const UNSCORED_LABELS: readonly string[] = ['comment', UNDECIDED];

const FIELD = /^# ([a-z0-9]+): (.*)$/;
const CONFIDENCE = /^(?:0|1)(?:\.\d+)?$/;

/** A labels file with the numbers, from 1, of its lines: by field of the head, and of each of `lines`. */
export interface NumberedLabels extends LabelsFile {
  headLines: Record<string, number>;
  lineNumbers: number[];
}

/**
 * Parses a labels file: first lines `# name: value`, then a line `label<TAB>text` for each block. A third cell may say how sure the model
 * was that labelled the block: a number from 0 to 1, which is read over.
 *
 * @throws TypeError with code `BAD_LABELS` that names file and line.
 */
export function parseLabels(text: string, file: string): LabelsFile {
  const { headLines: _, lineNumbers: __, ...labels } = numberLabels(text, (line, expected, got) => {
    throw new InputTypeError('BAD_LABELS', line ? `${expected} at ${file}:${line}, got ${show(got)}` : `${expected} at the top of ${file}`);
  });
  return labels;
}

/** As `parseLabels`, but reports what is wrong and reads on; fields that are missing are empty. Line 0 stands for the top of the file. */
export function numberLabels(text: string, onProblem: (line: number, expected: string, got?: string) => void): NumberedLabels {
  const fields: Record<string, string> = {};
  const lines: LabelLine[] = [];
  const headLines: Record<string, number> = {};
  const lineNumbers: number[] = [];
  text.replace(/^\uFEFF/, '').split(/\r?\n/).forEach((line, i) => {
    if (!line.trim()) return;
    const field = FIELD.exec(line);
    if (field && !lines.length) {
      fields[field[1]] = field[2].trim();
      headLines[field[1]] = i + 1;
      return;
    }
    const cells = line.split('\t');
    if (cells.length === 3 && CONFIDENCE.test(cells[2].trim())) cells.pop();
    const isPair = cells.length === 2 && cells[1].trim() !== '';
    const why = isPair && whyNoLabel(cells[0]);
    if (!isPair || why) {
      onProblem(i + 1, why ? `Expected \`label<TAB>text\` (${why})` : 'Expected `label<TAB>text`', line);
      return;
    }
    lines.push([cells[0], cells[1]]);
    lineNumbers.push(i + 1);
  });
  for (const name of FIELDS) {
    fields[name] ??= '';
    if (!fields[name]) onProblem(0, `Expected a line \`# ${name}: …\``);
  }
  return { ...(fields as Omit<LabelsFile, 'lines'>), lines, headLines, lineNumbers };
}

/** The text of a labels file; with `confidences`, one a line, how sure the model was of the label. */
export function formatLabels(labels: LabelsFile, confidences?: readonly number[]): string {
  const head = FIELDS.map((name) => `# ${name}: ${labels[name]}\n`);
  return [...head, ...labels.lines.map(([label, text], i) => `${label}\t${text}${confidences ? `\t${confidences[i].toFixed(2)}` : ''}\n`)].join('');
}

/** The labels of the lines, those of `first` in their order, then the others by the alphabet. `comment` and `undecided` are left out, as in the shipped model: to learn `comment`, add it. */
export function labelsOf(files: readonly LabelsFile[], first: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { lines } of files) for (const [label] of lines) if (!UNSCORED_LABELS.includes(label)) found.add(label);
  return [...first.filter((label) => found.has(label)), ...[...found].filter((label) => !first.includes(label)).sort()];
}

/** A page of the corpus and its labels, ready for training. */
export function labelledPage(source: string, file: LabelsFile, labels: readonly string[]): LabelledPage {
  const page = splitPage(formOf(file.page, source), source, DEFAULT_LIMITS);
  return { name: file.page, site: file.site, fold: foldOfSite(file.site), source: 'written pages', page, labels: joinLabels(page.blocks, file.lines, labels) };
}

/** The same page as plain text: its lines, one a block. */
export function labelledText(file: LabelsFile, labels: readonly string[]): LabelledPage {
  const page = splitPage('text', file.lines.map(([, text]) => text).join('\n'), DEFAULT_LIMITS);
  return { name: file.page, site: file.site, fold: foldOfSite(file.site), source: 'written pages', page, labels: joinLabels(page.blocks, file.lines, labels) };
}

/** What the reading of text learns from: a page of plain text as it stands, with its blank lines; the lines of an HTML page. */
export function pageAsText(page: LabelledPage, file: LabelsFile, labels: readonly string[]): LabelledPage {
  return page.page.source === 'text' ? page : labelledText(file, labels);
}
