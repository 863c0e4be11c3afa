import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputTypeError } from '../errors';
import { numberLabels, type NumberedLabels } from '../training/corpus-page';
import { isFolder } from './is-folder';
import { readOrTell } from './read-or-tell';
import { sha256 } from './sha256';

/** A labels file and the page that it labels. */
export interface LabelledFile {
  /** Path of the labels file. */
  file: string;
  /** The folder as it was named. */
  folder: string;
  labels: NumberedLabels;
  source: string;
  /** Of the page file as it is now. */
  sha256: string;
}

/** Is told what is wrong with a labels file and where; what cannot be read is passed over. Line 0 stands for the file as a whole. */
export type OnProblem = (file: string, line: number, message: string) => void;

const PAGE_EXTENSION = /\.(?:html?|txt)$/i;

/** The folder that is meant where none is named: that of the corpus in a clone of this project, else `pages`. */
export function defaultFolder(): string {
  return existsSync(join('corpus', 'pages')) ? join('corpus', 'pages') : 'pages';
}

/** Where a folder holds its pages: in `pages` where it has that, else in itself. */
export function pagesFolder(folder: string): string {
  const inner = join(folder, 'pages');
  return existsSync(inner) ? inner : folder;
}

/**
 * The labelled pages of folders, by folder and name. A folder holds pages and labels files, or a folder `pages` that does.
 *
 * @throws TypeError with code `BAD_LABELS` at the first thing that is wrong, where nobody is told.
 */
export function readLabelledFiles(folders: readonly string[], onProblem: OnProblem = refuse): LabelledFile[] {
  return folders.flatMap((folder) => {
    const from = pagesFolder(folder);
    const names = readNames(from);
    const files = names.filter((name) => name.endsWith('.labels')).flatMap((name) => readLabelledFile(folder, from, name, onProblem) ?? []);
    const labelled = new Set(files.map(({ labels }) => labels.page));
    const stems = new Set(names.filter((name) => name.endsWith('.labels')).map((name) => name.slice(0, -'.labels'.length)));
    for (const name of names) {
      if (PAGE_EXTENSION.test(name) && !labelled.has(name) && !stems.has(name.replace(PAGE_EXTENSION, '')) && onProblem !== refuse) onProblem(join(from, name), 0, isFolder(join(from, name)) ? 'Expected a page, got a folder: rename or move it' : 'the page has no labels file: label it with `add`');
    }
    return files;
  });
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw new InputTypeError('BAD_CORPUS', `Expected ${folder} to be a folder of labelled pages (${(error as NodeJS.ErrnoException).code}): make one with \`add\`, or name another`);
  }
}

function readLabelledFile(folder: string, from: string, name: string, onProblem: OnProblem): LabelledFile | undefined {
  const file = join(from, name);
  const text = readOrTell(file, (got) => onProblem(file, 0, `Expected a labels file, got ${got}: rename, move or mend it`));
  if (!text) return undefined;
  const labels = numberLabels(text.toString('utf8'), (line, expected, got) => onProblem(file, line, got === undefined ? `${expected} at the top` : `${expected}, got \`${got}\``));
  // What is missing was reported with the head.
  if (!labels.page) return undefined;
  if (/[\\/]|^\.\.?$/.test(labels.page)) onProblem(file, labels.headLines.page, `Expected the name of a file beside this one, got \`${labels.page}\``);
  else if (!existsSync(join(from, labels.page))) onProblem(file, labels.headLines.page, `the page ${labels.page} is not there: put it beside this file, or remove this file`);
  else {
    const bytes = readOrTell(join(from, labels.page), (got) => onProblem(file, labels.headLines.page, `Expected the page ${labels.page} to be a file, got ${got}: name another, or mend it`));
    if (bytes) return { file, folder, labels, source: bytes.toString('utf8'), sha256: sha256(bytes) };
  }
  return undefined;
}

function refuse(file: string, line: number, message: string): never {
  throw new InputTypeError('BAD_LABELS', `${file}${line ? `:${line}` : ''}: ${message}`);
}
