import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { InputTypeError, show } from '../../errors';
import type { Model } from '../../model/model';
import { whyNoLabel } from '../../model/model-file';
import { parseLabels, type LabelsFile } from '../../training/corpus-page';
import { isFolder } from '../is-folder';
import { pagesFolder } from '../labelled-folders';
import { readReviewed } from './reviewed-lines';

const PAGE_ENDINGS: readonly string[] = ['.html', '.htm', '.txt'];
const LABELS_ENDING = '.labels';

/** A folder of pages that are being labelled. */
export interface LabelFolder {
  path: string;
  /** File names of its pages, sorted. */
  pages: readonly string[];
  /** Labels that can be set: the model's, those of the labels files, those asked for. */
  labels: readonly string[];
}

/** A page as the list of pages shows it. */
export interface PageSummary {
  name: string;
  /** Lines of its labels file; absent as long as it has none. */
  blocks?: number;
  reviewed: number;
  /** Why it cannot be opened. */
  problem?: string;
}

/**
 * Opens a folder for labelling: the folder itself, or its `pages/` where it has one.
 *
 * @throws TypeError where there is no page, where two pages would share a labels file, or where a label has no possible name.
 */
export function openLabelFolder(folder: string, model: Model, more: readonly string[]): LabelFolder {
  const odd = more.find((label) => whyNoLabel(label));
  if (odd !== undefined) throw new InputTypeError('BAD_OPTION', `Expected labels to offer (${whyNoLabel(odd)}), got ${show(odd)}`);
  const path = pagesFolder(folder);
  if (!existsSync(path)) throw new InputTypeError('BAD_CORPUS', `Expected ${path} to be a folder of pages, found nothing there: make one with \`add\`, or name another`);
  if (!isFolder(path)) throw new InputTypeError('BAD_CORPUS', `Expected a folder of pages, got the file ${path}`);
  const pages = readdirSync(path).filter((file) => PAGE_ENDINGS.includes(extname(file).toLowerCase())).sort();
  if (!pages.length) throw new InputTypeError('BAD_CORPUS', `Expected pages (${PAGE_ENDINGS.join(', ')}) in ${path}, found none`);
  for (let i = 1; i < pages.length; i++) {
    if (labelsName(pages[i]) === labelsName(pages[i - 1])) throw new InputTypeError('BAD_CORPUS', `${pages[i - 1]} and ${pages[i]} in ${path} would share ${labelsName(pages[i])}: rename one of them`);
  }
  accessSync(path, constants.W_OK);
  const own = new Set<string>();
  for (const page of pages) {
    const read = readLabels(path, page);
    if (read && 'file' in read) for (const [label] of read.file.lines) own.add(label);
  }
  return { path, pages, labels: [...new Set([...model.labels, ...[...own].sort(), ...more])] };
}

/** What the list of pages says of each, read anew. */
export function summarisePages({ path, pages }: LabelFolder): PageSummary[] {
  return pages.map((name) => {
    const read = readLabels(path, name);
    if (!read) return { name, reviewed: 0 };
    if ('problem' in read) return { name, reviewed: 0, problem: read.problem };
    return { name, blocks: read.file.lines.length, reviewed: read.reviewed.size };
  });
}

/** A labels file, read. */
export interface ReadLabels {
  text: string;
  file: LabelsFile;
  reviewed: Set<number>;
}

/** The labels file of a page, or what is wrong with it; undefined where there is none. */
export function readLabels(path: string, page: string): ReadLabels | { problem: string } | undefined {
  const name = labelsName(page);
  if (!existsSync(join(path, name))) return undefined;
  try {
    const text = readFileSync(join(path, name), 'utf8');
    const file = parseLabels(text, name);
    // The name is never followed, since a labels file may come from anywhere.
    if (file.page !== page) throw new InputTypeError('BAD_LABELS', `Expected \`# page: ${page}\` at the top of ${name}, got ${show(file.page)}`);
    return { text, file, reviewed: readReviewed(text, file.lines.length, name) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** Name of the labels file beside a page. */
export function labelsName(page: string): string {
  return `${page.slice(0, page.length - extname(page).length)}${LABELS_ENDING}`;
}
