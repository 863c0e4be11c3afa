import type { Page } from '../blocks/page';
import type { Reading } from '../features/extract-features';
import { alignmentWords, alignWords } from './align-words';

/** A page with labels: what training and evaluation read. */
export interface LabelledPage {
  /** Name of the page in reports. */
  name: string;
  /** Pages of one site are never split over folds. */
  site: string;
  /** Number of the group that is held out together, 0 to 4 in cross-validation. */
  fold: number;
  /** Where the page comes from, for figures by source. */
  source: string;
  /** Its blocks. */
  page: Page;
  /** Label of each block; undefined where there is none to learn. */
  labels: readonly (string | undefined)[];
  /** Share of each block's words that are content of the page; absent where nobody marked content. */
  content?: Float32Array;
}

/** How a page is read: plain text as text, HTML by its markup. */
export function readingOf({ page }: LabelledPage): Reading {
  return page.source === 'html' ? 'markup' : 'text';
}

/** Index of each label among the known ones; -1 for none and for those that are not known. */
export function labelIndexes(labels: readonly (string | undefined)[], known: readonly string[]): Int8Array {
  return Int8Array.from(labels, (label) => (label === undefined ? -1 : known.indexOf(label)));
}

/** A label with the text that bears it. */
export type LabelLine = readonly [label: string, text: string];

/** Number of folds that sites are spread over. */
export const FOLDS = 5;

/** The fold of a site that has none assigned: a hash of its name (FNV-1a). */
export function foldOfSite(site: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < site.length; i++) hash = Math.imul(hash ^ site.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % FOLDS;
}

/**
 * The label of each block: the one that most of its words bear in the lines, found by aligning both as word sequences, so that blocks
 * and lines may be cut differently. Undefined for blocks none of whose words are found and for labels not among `known`.
 */
export function joinLabels(blocks: readonly { text: string }[], lines: readonly LabelLine[], known: readonly string[]): (string | undefined)[] {
  const votes = alignBlocks(blocks, lines.map(([, text]) => text));
  return votes.map((byLine) => {
    const byLabel = new Map<string, number>();
    for (const [line, words] of byLine) byLabel.set(lines[line][0], (byLabel.get(lines[line][0]) ?? 0) + words);
    let best: string | undefined;
    let most = 0;
    for (const [label, words] of byLabel) {
      if (words > most) {
        best = label;
        most = words;
      }
    }
    return best !== undefined && known.includes(best) ? best : undefined;
  });
}

/** Share of each block's words that stand in a text, in order. */
export function contentShares(blocks: readonly { text: string }[], content: string): Float32Array {
  const votes = alignBlocks(blocks, [content]);
  return Float32Array.from(votes, (byLine, i) => (byLine.get(0) ?? 0) / Math.max(1, alignmentWords(blocks[i].text).length));
}

/** For each block: how many of its words are aligned with each line. */
export function alignBlocks(blocks: readonly { text: string }[], lines: readonly string[]): Map<number, number>[] {
  const [blockWords, blockOf] = wordsOf(blocks.map(({ text }) => text));
  const [lineWords, lineOf] = wordsOf(lines);
  const votes = blocks.map(() => new Map<number, number>());
  for (const [i, j] of alignWords(lineWords, blockWords)) {
    const vote = votes[blockOf[j]];
    vote.set(lineOf[i], (vote.get(lineOf[i]) ?? 0) + 1);
  }
  return votes;
}

function wordsOf(texts: readonly string[]): [string[], number[]] {
  const words: string[] = [];
  const owner: number[] = [];
  texts.forEach((text, i) => {
    for (const word of alignmentWords(text)) {
      words.push(word);
      owner.push(i);
    }
  });
  return [words, owner];
}
