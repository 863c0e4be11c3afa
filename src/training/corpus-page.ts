import { isHtml } from '../blocks/is-html';
import { splitPage } from '../blocks/split-page';
import { InputTypeError, show } from '../errors';
import { DEFAULT_LIMITS } from '../options';
import { foldOfSite, joinLabels, type LabelLine, type LabelledPage } from './labelled-page';

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

/** Labels of lines that teach nothing: readers' comments and what cannot be decided. */
export const UNSCORED_LABELS: readonly string[] = ['comment', 'undecided'];

/**
 * Parses a labels file: first lines `# name: value`, then a line `label<TAB>text` for each block.
 *
 * @throws TypeError with code `BAD_LABELS` that names file and line.
 */
export function parseLabels(text: string, file: string): LabelsFile {
  const fields: Record<string, string> = {};
  const lines: LabelLine[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const where = `${file}:${i + 1}`;
    if (!line.trim()) return;
    const field = /^# ([a-z0-9]+): (.*)$/.exec(line);
    if (field && !lines.length) {
      fields[field[1]] = field[2].trim();
      return;
    }
    const cells = line.split('\t');
    if (cells.length !== 2 || !/^[\p{L}\p{N}_-]{1,40}$/u.test(cells[0]) || !cells[1].trim()) {
      throw new InputTypeError('BAD_LABELS', `Expected \`label<TAB>text\` at ${where}, got ${show(line)}`);
    }
    lines.push([cells[0], cells[1]]);
  });
  for (const name of FIELDS) if (!fields[name]) throw new InputTypeError('BAD_LABELS', `Expected a line \`# ${name}: …\` at the top of ${file}`);
  return { ...(fields as Omit<LabelsFile, 'lines'>), lines };
}

/** The text of a labels file. */
export function formatLabels(labels: LabelsFile): string {
  const head = FIELDS.map((name) => `# ${name}: ${labels[name]}\n`);
  return [...head, ...labels.lines.map(([label, text]) => `${label}\t${text}\n`)].join('');
}

/** The labels of the lines that teach, in the order in which they are met, those of the package's own model first. */
export function labelsOf(files: readonly LabelsFile[], first: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { lines } of files) for (const [label] of lines) if (!UNSCORED_LABELS.includes(label)) found.add(label);
  return [...first.filter((label) => found.has(label)), ...[...found].filter((label) => !first.includes(label)).sort()];
}

/** A page of the corpus and its labels, ready for training. */
export function labelledPage(source: string, file: LabelsFile, labels: readonly string[]): LabelledPage {
  const page = splitPage(isHtml(source) ? 'html' : 'text', source, DEFAULT_LIMITS);
  return { name: file.page, site: file.site, fold: foldOfSite(file.site), source: 'written pages', page, labels: joinLabels(page.blocks, file.lines, labels) };
}

/** The same page as plain text: its lines, one a block. */
export function labelledText(file: LabelsFile, labels: readonly string[]): LabelledPage {
  const page = splitPage('text', file.lines.map(([, text]) => text).join('\n'), DEFAULT_LIMITS);
  return { name: file.page, site: file.site, fold: foldOfSite(file.site), source: 'written pages', page, labels: joinLabels(page.blocks, file.lines, labels) };
}
