import { isHtml } from '../../blocks/is-html';
import { classifyBlocks } from '../../classify-blocks';
import { defaultModel } from '../../model/default-model';
import type { Model } from '../../model/model';
import { readModelFile } from '../read-model-file';
import type { DecodedPage } from './decode-page';
import { betweenPieces } from './format/between-pieces';
import { formatError, formatPage } from './format/format-page';
import { oneLine } from './format/one-line';
import { htmlInput } from './html-input';
import { parseRecord, RecordFault } from './parse-record';
import { linesOf } from './lines-of';
import { placeName, type Place } from './place';
import type { Outcome, PageTask, RecordError, Settings, Task } from './task';
import { unreadablePage } from './unreadable-page';

const models = new Map<string, Model>();

/** The model of a file, or the one that ships; read once in each thread. */
export function modelOf(file: string | undefined): Model {
  if (file === undefined) return defaultModel();
  let model = models.get(file);
  if (!model) models.set(file, (model = readModelFile(file)));
  return model;
}

/** Classifies the records of a task. Nothing that a record holds makes it throw: a bad one gives an error record. */
export async function runTask(task: Task, settings: Settings): Promise<Outcome> {
  const pieces: string[] = [];
  const problems: string[] = [];
  const fail = (place: Place, error: RecordError, id: unknown) => {
    problems.push(`${placeName(place)}: ${oneLine(error.message)}`);
    pieces.push(formatError(error, { id, ...place }, settings));
  };
  const attempt = (place: Place, id: unknown, classify: () => string) => {
    try {
      pieces.push(classify());
    } catch (error) {
      if (error instanceof RecordFault) fail(place, error.error, error.id ?? id);
      else fail(place, { code: 'FAILED', message: (error as Error).message }, id);
    }
  };

  if (task.kind === 'bad') fail(task.place, task.error, task.id);
  else if (task.kind === 'page') {
    // Its tables of character sets take long to load in each thread, and lines need none.
    const { decodePage } = await import('./decode-page');
    attempt(task.place, task.id, () => classifyPage(task, decodePage(task.bytes, task.charset), settings));
  } else for (const { line, bytes } of linesOf(task)) attempt({ file: task.file, line }, undefined, () => classifyLine(bytes, settings));
  const records = pieces.length;
  return { output: pieces.filter(Boolean).join(betweenPieces(settings.format)), problems, records };
}

function classifyPage({ id, url, reading, several = false }: PageTask, decoded: DecodedPage, settings: Settings): string {
  const unreadable = unreadablePage(decoded);
  if (unreadable) throw new RecordFault('BAD_RECORD', `expected HTML or plain text, got ${unreadable}`, id);
  const model = modelOf(settings.model);
  const form = reading ?? (isHtml(decoded.text) ? 'html' : 'text');
  const page = form === 'html' ? htmlInput(decoded.text, url) : { text: decoded.text };
  const blocks = classifyBlocks<string>(page, { model, explain: settings.explain });
  return formatPage({ id, url, charset: decoded.charset, source: decoded.text, several, blocks }, model.labels, settings);
}

function classifyLine(bytes: Uint8Array, settings: Settings): string {
  const { id, url, page } = parseRecord(bytes);
  const model = modelOf(settings.model);
  let blocks;
  try {
    blocks = classifyBlocks<string>(page, { model, explain: settings.explain });
  } catch (error) {
    // What is wrong with a page as a value (`blocks` without text) is the record's fault.
    throw new RecordFault((error as { code?: string }).code === 'BAD_PAGE' ? 'BAD_RECORD' : 'FAILED', (error as Error).message, id);
  }
  return formatPage({ id, url, source: '', several: true, blocks }, model.labels, settings);
}
