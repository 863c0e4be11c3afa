import { splitPage } from '../blocks/split-page';
import { DEFAULT_LIMITS } from '../options';
import { UNDECIDED, type NumberedLabels } from './corpus-page';
import { foldOfSite } from './labelled-page';
import { matchLines } from './match-lines';
import { nearDuplicates } from './near-duplicates';
import { newLabels } from './new-labels';
import { formOf } from './page-form';

/** A labels file and its page, to check. */
export interface PageToCheck {
  /** The labels file, as findings name it. */
  file: string;
  /** Pages that are kept apart, such as those to train and those to test with. */
  split: string;
  labels: NumberedLabels;
  /** Source of the page, and its SHA-256. */
  source: string;
  sha256: string;
}

/** Something to mend, one sentence with the mend. Line 1 also stands for the file as a whole. */
export interface Finding {
  file: string;
  line: number;
  message: string;
}

const SHOWN_CHARS = 50;
/** What a block must hold. */
const WORD = /[\p{L}\p{N}]/u;

/** Everything that is to be mended on labelled pages, by file and line. `known` are the labels that need no check. */
export function checkPages(pages: readonly PageToCheck[], known: readonly string[]): Finding[] {
  const findings = [...pages.flatMap(checkPage), ...checkLabels(pages, [...known, UNDECIDED]), ...checkSites(pages), ...checkDuplicates(pages)];
  return findings.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function checkPage({ file, labels, source, sha256 }: PageToCheck): Finding[] {
  const findings: Finding[] = [];
  const { page, lines, lineNumbers } = labels;
  if (sha256 !== labels.sha256) {
    findings.push({ file, line: headLine(labels, 'sha256'), message: `${page} was changed since it was labelled: where the labels still fit it, put \`# sha256: ${sha256}\` here` });
  }
  const { blocks } = splitPage(formOf(page, source), source, DEFAULT_LIMITS);
  const { lineOf, unused } = matchLines(blocks, lines);
  let above = headLine(labels, 'sha256');
  lineOf.forEach((line, block) => {
    if (line >= 0) above = lineNumbers[line];
    else findings.push({ file, line: above, message: `block ${block} of ${page} has no label: put \`label<TAB>${shorten(blocks[block].text)}\` below this line` });
  });
  for (const line of unused) {
    const text = lines[line][1];
    // A rule drawn with signs is no block; its line does no harm.
    if (!WORD.test(text)) continue;
    const twin = [line - 1, line + 1].find((other) => lines[other]?.[1] === text);
    findings.push({
      file, line: lineNumbers[line],
      message: twin === undefined ? `no block of ${page} reads \`${shorten(text)}\`: remove the line or mend its text` : `two labels on one block, \`${lines[Math.min(twin, line)][0]}\` and \`${lines[Math.max(twin, line)][0]}\`: remove one of the two lines`,
    });
  }
  return findings;
}

function checkLabels(pages: readonly PageToCheck[], known: readonly string[]): Finding[] {
  const slips = new Map(newLabels(pages.map(({ labels }) => labels), known).filter(({ isSlip }) => isSlip).map((found) => [found.label, found]));
  return pages.flatMap(({ file, labels }) => labels.lines.flatMap(([label], i): Finding[] => {
    const slip = slips.get(label);
    if (!slip) return [];
    const mend = slip.meant ? `write \`${slip.meant}\`` : `use one of ${known.map((name) => `\`${name}\``).join(', ')}, or put it on three blocks or more`;
    return [{ file, line: labels.lineNumbers[i], message: `\`${label}\` is no label that is known: ${mend}` }];
  }));
}

/** One site is written one way, so that its pages share a fold, and stands in one split. */
function checkSites(pages: readonly PageToCheck[]): Finding[] {
  const firsts = new Map<string, PageToCheck>();
  const findings: Finding[] = [];
  for (const page of pages) {
    const site = plainSite(page.labels.site);
    const first = firsts.get(site);
    if (!first) {
      firsts.set(site, page);
      continue;
    }
    const at = { file: page.file, line: headLine(page.labels, 'site') };
    if (first.split !== page.split) findings.push({ ...at, message: `site \`${page.labels.site}\` stands in ${first.split} too: keep all its pages in one of the two` });
    else if (first.labels.site !== page.labels.site) {
      const folds = foldOfSite(first.labels.site) === foldOfSite(page.labels.site) ? '' : ' and falls into two folds';
      findings.push({ ...at, message: `site \`${page.labels.site}\` is written \`${first.labels.site}\` in ${first.file}${folds}: write it alike` });
    }
  }
  return findings;
}

function checkDuplicates(pages: readonly PageToCheck[]): Finding[] {
  return nearDuplicates(pages.map(({ labels }) => labels.lines.map(([, text]) => text).join('\n'))).map(({ first, second, share }) => ({
    file: pages[second].file, line: headLine(pages[second].labels, 'page'),
    message: `${pages[second].labels.page} is nearly the same page as ${pages[first].file} (${Math.round(100 * share)}% of its runs of five words): keep one of the two`,
  }));
}

/** The host alone, so that `https://www.Paper.example/` and `paper.example` are one site. */
function plainSite(site: string): string {
  return site.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\./, '').split(/[/:]/, 1)[0].replace(/\.$/, '');
}

/** Line of a field of the head. */
function headLine({ headLines }: NumberedLabels, field: 'page' | 'site' | 'sha256'): number {
  return headLines[field] ?? 1;
}

function shorten(text: string): string {
  return text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
}
