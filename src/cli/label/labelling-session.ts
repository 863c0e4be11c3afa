import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifyBlocks } from '../../classify-blocks';
import { InputTypeError, show } from '../../errors';
import type { Model } from '../../model/model';
import { formatLabels } from '../../training/corpus-page';
import { joinLabels } from '../../training/labelled-page';
import { pageInput } from '../../training/page-form';
import { languageOfPage, siteOfPage } from '../page-facts';
import { sha256 } from '../sha256';
import { writeWhole } from '../write-file';
import { labelsName, readLabels, type LabelFolder, type ReadLabels } from './label-folder';
import { headOf, withReviewed } from './reviewed-lines';

/** The third cell of a line that a model wrote: how sure it was. */
const CONFIDENCE_CELL = /\t[01](?:\.\d+)?\s*$/m;

/** A block that is being labelled. */
export interface SessionBlock {
  text: string;
  label: string;
  /** The model's own label, and how sure it is of it. */
  guess: string;
  confidence: number;
  reviewed: boolean;
  hidden?: true;
  tag?: string;
}

/** A page that is being labelled. */
export interface SessionPage {
  name: string;
  sha256: string;
  blocks: SessionBlock[];
  /** What whoever labels it should know. */
  warning?: string;
}

export interface BlockChange {
  index: number;
  label: string;
  reviewed: boolean;
}

/** The pages of a folder while they are labelled. Every change is on disk when it returns. */
export interface LabellingSession {
  folder: LabelFolder;
  /** Source of a page. */
  source(name: string): string;
  page(name: string): SessionPage;
  /** Changes blocks of a page. Throws, changing nothing, where page or labels file are not those that the changes were made on. */
  change(name: string, sha: string, changes: readonly BlockChange[]): void;
}

/** An error that is told to whoever labels. */
export class StaleError extends Error {}

/** A page with its files as they were last read or written. */
interface OpenPage {
  page: SessionPage;
  source: string;
  /** The labels file; undefined where there is none. */
  text: string | undefined;
}

/** Starts labelling the pages of a folder with a model's guesses. */
export function startSession(folder: LabelFolder, model: Model): LabellingSession {
  const open = new Map<string, OpenPage>();
  const labelsFile = (name: string) => join(folder.path, labelsName(name));
  const textOnDisk = (name: string) => (existsSync(labelsFile(name)) ? readFileSync(labelsFile(name), 'utf8') : undefined);
  const sourceOnDisk = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  function pageOf(name: string): OpenPage {
    if (!folder.pages.includes(name)) throw new InputTypeError('BAD_PAGE', `There is no page ${show(name)} in the folder`);
    const known = open.get(name);
    const source = sourceOnDisk(name);
    if (known && known.text === textOnDisk(name) && known.source === source) return known;
    const read = readPage(folder, name, source, model);
    open.set(name, read);
    return read;
  }

  return {
    folder,
    source: (name) => pageOf(name).source,
    page: (name) => pageOf(name).page,
    change: (name, sha, changes) => {
      const before = open.get(name);
      const now = pageOf(name);
      const { page } = now;
      if (sha !== page.sha256) throw new StaleError(`${name} was changed since: read anew`);
      if (before && before !== now) throw new StaleError(`${labelsName(name)} was changed by somebody else: read anew`);
      const bad = changes.find(({ index, label }) => !page.blocks[index] || !folder.labels.includes(label));
      if (bad) throw new InputTypeError('BAD_LABELS', `Expected one of the ${page.blocks.length} blocks and one of ${folder.labels.join(', ')}, got ${bad.index} and ${show(bad.label)}`);
      const blocks = [...page.blocks];
      for (const { index, label, reviewed } of changes) blocks[index] = { ...blocks[index], label, reviewed };
      const text = formatPage(now, blocks);
      writeWhole(labelsFile(name), text);
      open.set(name, { ...now, text, page: { ...page, blocks, warning: undefined } });
    },
  };
}

function readPage(folder: LabelFolder, name: string, source: string, model: Model): OpenPage {
  const read = readLabels(folder.path, name);
  if (read && 'problem' in read) throw new InputTypeError('BAD_LABELS', read.problem);
  const guesses = classifyBlocks<string>(pageInput(name, source), { model });
  const known = read && labelsOfBlocks(guesses, read);
  const sha = sha256(source);
  return {
    source, text: read?.text,
    page: {
      name, sha256: sha,
      warning: read && read.file.sha256 !== sha ? `${name} was changed after it was labelled: blocks that are new bear the model's label` : undefined,
      blocks: guesses.map(({ text, label: guess, confidence, hidden, tag }, i) => ({
        text, guess, confidence, hidden, tag, label: known?.[i]?.label ?? guess, reviewed: known?.[i]?.reviewed ?? false,
      })),
    },
  };
}

/** Label of each block and whether it was reviewed, by the words that it shares with the lines; undefined for blocks without a line. */
function labelsOfBlocks(blocks: readonly { text: string }[], { file, reviewed }: ReadLabels): ({ label: string; reviewed: boolean } | undefined)[] {
  const lines = file.lines.map(([label, text], i) => [`${reviewed.has(i) ? '+' : '-'}${label}`, text] as const);
  const joined = joinLabels(blocks, lines, [...new Set(lines.map(([label]) => label))]);
  return joined.map((label) => (label === undefined ? undefined : { label: label.slice(1), reviewed: label.startsWith('+') }));
}

/** The labels file of a page: its head as it was, then a line for each block; what nobody looked at says how sure the model was, as `add` does. */
function formatPage({ source, text, page: { name, sha256: sha } }: OpenPage, blocks: readonly SessionBlock[]): string {
  const head = text === undefined ? newHead(name, source, sha) : headOf(text).replace(/^# sha256: .*$/m, `# sha256: ${sha}`);
  const guessed = text === undefined || CONFIDENCE_CELL.test(text);
  const lines = blocks.map(({ label, text: line, guess, confidence, reviewed }) => `${label}\t${line}${guessed && !reviewed && label === guess ? `\t${confidence.toFixed(2)}` : ''}\n`);
  return withReviewed(head, blocks.map(({ reviewed }) => reviewed)) + lines.join('');
}

/** The head of a new labels file: what nobody said yet is left open. */
function newHead(name: string, source: string, sha: string): string {
  return formatLabels({ page: name, site: siteOfPage(source) ?? name, kind: 'unknown', language: languageOfPage(source) ?? 'und', year: 'unknown', sha256: sha, lines: [] });
}
