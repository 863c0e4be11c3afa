import type { ClassifiedBlock } from '../../../types';
import type { Place } from '../place';
import type { RecordError, Settings } from '../task';
import { chooseBlocks } from './choose-blocks';
import { formatHtml } from './format-html';
import { formatJson } from './format-json';
import { formatMarkdown } from './format-markdown';
import { oneLine } from './one-line';

/** A page with its blocks, before it is written. */
export interface ClassifiedPage {
  id?: string | number;
  url?: string;
  /** Character set that it was decoded from. */
  charset?: string;
  /** The decoded page, which the offsets of blocks count in. */
  source: string;
  /** One of several pages of the output. */
  several: boolean;
  blocks: ClassifiedBlock<string>[];
}

/** What could steer the terminal that shows it. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** The part of the output that a page is. */
export function formatPage(page: ClassifiedPage, labels: readonly string[], settings: Settings): string {
  const { format, labels: wanted } = settings;
  if (format === 'html') return formatHtml(page, labels, wanted);
  if (format === 'json') return JSON.stringify(formatJson(page, labels, settings));
  if (format === 'jsonl') return `${JSON.stringify(formatJson(page, labels, settings))}\n`;
  const chosen = chooseBlocks(page.blocks, wanted);
  const name = oneLine(String(page.url ?? page.id));
  if (format === 'text') {
    const text = chosen.map((block) => `${block.text}\n`).join('').replace(CONTROLS, '');
    return page.several ? `==> ${name} <==\n${text}\n` : text;
  }
  const text = formatMarkdown(page.source, chosen).replace(CONTROLS, '');
  return page.several ? `<!-- ${name.replace(/[<>]|-{2,}/g, ' ')} -->\n\n${text}${text && '\n'}` : text;
}

/** The error record that takes the place of a bad record's result; formats for readers have none. */
export function formatError(error: RecordError, { id, file, line, part }: Place & { id: unknown }, { format }: Settings): string {
  const record = JSON.stringify({ id, file, line, part, error });
  return format === 'json' ? record : format === 'jsonl' ? `${record}\n` : '';
}
