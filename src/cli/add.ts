import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { classifyBlocks } from '../classify-blocks';
import { InputTypeError } from '../errors';
import { UNSURE_BELOW } from '../labels/shape-evidence';
import type { Model } from '../model/model';
import { formatLabels, parseLabels, type LabelsFile } from '../training/corpus-page';
import type { LabelLine } from '../training/labelled-page';
import { pageInput } from '../training/page-form';
import { decodePage } from './classify/decode-page';
import { oneLine } from './classify/format/one-line';
import { defaultFolder } from './labelled-folders';
import { readModelFile } from './read-model-file';
import { readSource } from './read-source';
import { siteOfPage, languageOfPage } from './page-facts';
import { sha256 } from './sha256';
import { STANDARD_INPUT } from './standard-input';
import { writeWhole } from './write-file';

export interface AddFlags {
  '--'?: string[];
  to?: string;
  model?: string;
  site?: string;
  kind: string;
  language?: string;
  year: string;
}

/** Flags whose value is a line of the head. */
const HEAD_FLAGS = ['site', 'kind', 'language', 'year'] as const;
/** What ends a line, for one reader of the file or another. */
const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** A page to write, with its labels file. */
interface NewPage {
  page: string;
  source: string;
  labelsFile: string;
  labels: string;
  message: string;
  /** What is said of it on standard error, or empty. */
  note: string;
}

/** `add`: pages and labels files filled by the model. Nothing is written where one of the pages cannot be taken; what is there stays. */
export function addCommand(files: readonly string[], flags: AddFlags): void {
  if (!files.length) throw new InputTypeError('BAD_OPTION', 'Expected pages to add, got none: name HTML or text files, or `-` for standard input');
  checkHead(flags);
  const folder = flags.to ?? defaultFolder();
  const model = readModelFile(flags.model);
  const names = new Map<string, string>();
  const added: (NewPage | string)[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      added.push(newPage(file, flags, folder, model, names));
    } catch (error) {
      if ((error as InputTypeError).code !== 'BAD_PAGE') throw error;
      faults.push((error as Error).message);
    }
  }
  if (faults.length) throw new InputTypeError('BAD_PAGE', [...faults, ...(files.length > 1 ? ['Nothing was added'] : [])].join('\n'));
  for (const page of added) {
    if (typeof page === 'string') {
      process.stderr.write(page);
      continue;
    }
    writeWhole(page.page, page.source);
    // The labels last: a page without them is no part of a corpus.
    writeWhole(page.labelsFile, page.labels);
    process.stderr.write(page.note);
    process.stdout.write(`${page.message}\n`);
  }
}

/** The page of a file with the model's labels, or what is said of one that was added before. `names` are the files by the name that each is kept under. */
function newPage(file: string, flags: AddFlags, folder: string, model: Model, names: Map<string, string>): NewPage | string {
  const source = asUtf8(readSource(file));
  const input = pageInput(file, source);
  const name = `${nameOf(file, source)}.${'html' in input ? 'html' : 'txt'}`;
  const page = join(folder, name);
  const labelsFile = page.replace(/\.\w+$/, '.labels');
  const twin = names.get(labelsFile);
  if (twin !== undefined) throw new InputTypeError('BAD_PAGE', `Expected pages of different names, got ${twin} and ${file}: add them one by one under other names`);
  names.set(labelsFile, file);
  if (existsSync(labelsFile) || existsSync(page)) return keptPage(file, source, page, labelsFile);

  const blocks = classifyBlocks<string>(input, { model });
  if (!blocks.length) throw new InputTypeError('BAD_PAGE', `Expected ${file} to hold text, got none`);
  const site = flags.site ?? siteOfPage(source);
  const labels: LabelsFile = {
    page: name, site: site ?? name, kind: flags.kind, language: flags.language ?? languageOfPage(source) ?? 'und', year: flags.year,
    sha256: sha256(source), lines: blocks.map(({ label, text }): LabelLine => [label, text]),
  };
  const unsure = blocks.filter(({ confidence }) => confidence < UNSURE_BELOW).length;
  return {
    page, source, labelsFile, labels: formatLabels(labels, blocks.map(({ confidence }) => confidence)),
    message: `${labelsFile}: ${blocks.length} blocks, ${unsure} of them unsure (below ${UNSURE_BELOW})`,
    note: site === undefined ? `${file} does not say its site: it counts as one of its own, \`${name}\`; \`--site\` or the line \`# site:\` says otherwise\n` : '',
  };
}

/** A value of several lines would make a head that cannot be read. */
function checkHead(flags: AddFlags): void {
  for (const name of HEAD_FLAGS) {
    const value = flags[name];
    if (value !== undefined && LINE_BREAK.test(value)) throw new InputTypeError('BAD_OPTION', `Expected \`--${name}\` to be one line, got a line break in \`${oneLine(value)}\``);
  }
}

/** Pages are kept as UTF-8. One that declares another character set would then be read wrong but for a byte order mark, which overrules it. */
function asUtf8(text: string): string {
  return decodePage(Buffer.from(text), undefined).charset === 'utf-8' ? text : `\ufeff${text}`;
}

/** What is said of a page that is there already; another page of its name is refused. */
function keptPage(file: string, source: string, page: string, labelsFile: string): string {
  if (existsSync(labelsFile) && parseLabels(readFileSync(labelsFile, 'utf8'), labelsFile).sha256 === sha256(source)) return `${labelsFile} is kept as it is: ${file} was added before\n`;
  throw new InputTypeError('BAD_PAGE', `${existsSync(labelsFile) ? labelsFile : page} belongs to another page than ${file}, and is not overwritten: give the new page another file name, or remove the old one`);
}

/** The name that a page is kept under, without extension: that of its file, or its hash where it comes from standard input. */
function nameOf(file: string, source: string): string {
  if (file === STANDARD_INPUT) return `page-${sha256(source).slice(0, 8)}`;
  const extension = /^\.(?:html?|xhtml|txt|text|php|aspx?|jsp|md)$/i.test(extname(file)) ? extname(file) : '';
  return basename(file, extension).replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || `page-${sha256(source).slice(0, 8)}`;
}
