import type { Place } from './place';

/** What one call of the pipeline does, in this process or in another thread: a structured clone carries it there and back. */
export type Task =
  /** Whole lines of a JSONL file, each ended by a line feed but perhaps the last. */
  | { kind: 'lines'; file: string; firstLine: number; bytes: Uint8Array }
  /** One page, not decoded yet. */
  | PageTask
  /** A record that was given up before its content was looked at. */
  | { kind: 'bad'; place: Place; id?: string; error: RecordError };

export interface PageTask {
  kind: 'page';
  place: Place;
  id: string;
  url?: string;
  bytes: Uint8Array;
  /** Character set that the transport named, which only a byte order mark overrules. */
  charset?: string;
  /** Known kind of content; a page of unknown kind is HTML where it holds markup. */
  reading?: 'html' | 'text';
  /** Several pages go to one output, so that each text needs a line that names its page. */
  several?: boolean;
}

/** Stable codes of error records. */
export type RecordErrorCode = 'NOT_JSON' | 'BAD_RECORD' | 'TOO_LARGE' | 'BROKEN_FILE' | 'UNREADABLE' | 'FAILED';

export interface RecordError {
  code: RecordErrorCode;
  message: string;
}

/** What a task gives: its part of the output, empty where its records have none, and a line for standard error for each bad record. */
export interface Outcome {
  output: string;
  problems: string[];
  records: number;
}

/** How records are classified and written. */
export interface Settings {
  format: Format;
  /** JSONL of labels and offsets instead of whole blocks. */
  compact: boolean;
  /** Labels whose blocks are written; all where absent. */
  labels?: string[];
  explain: boolean;
  /** Adds the article's text to JSON. */
  article: boolean;
  /** Model file; the model that ships with the package where absent. */
  model?: string;
  maxRecordBytes: number;
}

export const FORMATS = ['json', 'jsonl', 'text', 'html', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** The error that a record past the bound gets. */
export function tooLarge(maxRecordBytes: number): RecordError {
  return { code: 'TOO_LARGE', message: `the record is larger than ${maxRecordBytes} bytes: raise --max-record` };
}
