import type { AsyncIterReader } from 'warcio';
import { RECORD_END, WARC } from './byte-marks';
import { fileError } from './file-error';
import { loadPeer } from './load-peer';
import { placeName, type Place } from './place';
import { warcPage, type Headers } from './warc-page';
import { tooLarge, type RecordError, type Task } from './task';

const BEGINNING = /^WARC\/\d+\.\d+\r?\n$/;
/** The end of a record with the beginning of another. */
const NEXT_RECORD = Buffer.concat([RECORD_END, WARC]);
const PAGE_RECORDS: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);
/** Bounds on the head of a record; real ones stay below a tenth. */
const MAX_LINE_BYTES = 65_536;
const MAX_HEAD_LINES = 1_000;

/**
 * The pages of a web archive (WARC or WET, unpacked). A record that is broken is named and left out; reading goes on at the next line that
 * begins a record. Lines, heads and transfer codings are read by warcio; the frames of records here, since its own parser trusts them.
 *
 * @param brokenMembers what was wrong with the packed data since it was last emptied: the cause of a broken record, or of one that is missing.
 */
export async function* readWarc(file: string, chunks: AsyncIterable<Uint8Array>, maxRecordBytes: number, brokenMembers: Error[] = []): AsyncGenerator<Task> {
  const warcio = await loadPeer('warcio', () => import('warcio'), 'Reading web archives');
  const reader = new warcio.AsyncIterReader(chunks, null);
  let record = 0;
  let place: Place = { file };
  let lost = false;                                 // in what is left of a broken record

  const bad = (error: RecordError, headers?: Headers): Task => ({ kind: 'bad', place, id: headers && recordId(headers), error });
  const broken = (message: string, headers?: Headers) => (brokenMembers.length ? badMember(headers) : bad({ code: 'BROKEN_FILE', message }, headers));
  const badMember = (headers?: Headers) => {
    const { code, message } = fileError(brokenMembers.splice(0)[0]);
    return bad({ code, message: `${message}; reading goes on behind it` }, headers);
  };

  try {
    for (;;) {
      const at = reader.getReadOffset();
      const line = await readLine(reader);
      if (brokenMembers.length) {
        place = { file, part: `after record ${record}, at byte ${at}` };
        yield badMember();
        lost = true;
      }
      if (line === undefined) return;
      if (!BEGINNING.test(line)) {
        if (lost || !line.trim()) continue;
        lost = true;
        place = { file, part: `after record ${record}, at byte ${at}` };
        yield broken('expected a line such as `WARC/1.0`; what is there is skipped up to the next one');
        continue;
      }
      place = { file, part: `record ${++record}, at byte ${at}` };
      lost = true;                                  // until its end is found

      const head = await readHead(reader);
      if (head === undefined) {
        yield broken('its head does not end');
        continue;
      }
      const { headers } = (await new warcio.StatusAndHeadersParser().parse(new warcio.AsyncIterReader([Buffer.from(line + head, 'latin1')], null)))!;
      const given = headers.get('Content-Length') ?? '';
      const length = Number(given);
      if (!/^\d+$/.test(given) || !Number.isSafeInteger(length)) {
        yield broken('its head names no valid `Content-Length`', headers);
        continue;
      }
      const refused = length > maxRecordBytes;
      if (refused || !PAGE_RECORDS.has(headers.get('WARC-Type') ?? '')) {
        lost = refused;
        // Skipped first, so that a record gets one error: what breaks off, or claims an absurd length, is broken rather than large.
        if ((await reader.skipSize(length)) < length) yield broken('the file ends inside this record, or its `Content-Length` is too large', headers);
        else if (refused) yield bad(tooLarge(maxRecordBytes), headers);
        continue;
      }
      const content = await reader.readSize(length);
      const after = await readLine(reader);
      if (content.length < length || after?.trim()) {
        yield broken(content.length < length ? 'the file ends inside this record, or its `Content-Length` is too large' : 'its `Content-Length` does not lead to its end', headers);
        await putBack(reader, [swallowedRecords(content), Buffer.from(after ?? '', 'latin1')]);
        continue;
      }
      lost = false;
      const page = await warcPage(warcio, headers, content, maxRecordBytes);
      if (page && 'code' in page) yield bad(page, headers);
      else if (page) yield { kind: 'page', place, id: recordId(headers) ?? placeName(place), several: true, ...page };
    }
  } catch (error) {
    yield bad(fileError(error));
  }
}

function recordId(headers: Headers): string | undefined {
  return headers.get('WARC-Record-ID')?.replace(/^<|>$/g, '') || undefined;
}

async function readLine(reader: AsyncIterReader): Promise<string | undefined> {
  const line = await reader.readlineRaw(MAX_LINE_BYTES);
  return line ? Buffer.from(line).toString('latin1') : undefined;
}

/** The lines up to the blank one; undefined where none comes, or another record begins before. */
async function readHead(reader: AsyncIterReader): Promise<string | undefined> {
  let head = '';
  for (let lines = 0; lines < MAX_HEAD_LINES; lines++) {
    const line = await readLine(reader);
    if (line === undefined) return undefined;
    if (BEGINNING.test(line)) {
      await putBack(reader, [Buffer.from(line, 'latin1')]);
      return undefined;
    }
    head += line;
    if (!line.trim()) return head;
  }
  return undefined;
}

/** From the first record on that a too large length has taken for content. */
function swallowedRecords(content: Uint8Array): Uint8Array {
  const from = Buffer.from(content.buffer, content.byteOffset, content.length).indexOf(NEXT_RECORD);
  return from < 0 ? new Uint8Array(0) : content.subarray(from + RECORD_END.length);
}

/** The reader keeps one chunk that was put back, so that what it holds already is taken first. */
async function putBack(reader: AsyncIterReader, parts: readonly Uint8Array[]): Promise<void> {
  const next: Uint8Array[] = [];
  for await (const chunk of reader) {
    next.push(chunk);
    break;
  }
  reader.unread(Buffer.concat([...parts, ...next]));
}
