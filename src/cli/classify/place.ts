/** Where a record stands: its file (`-` for standard input), and in it a line, or what else tells it from the others there. */
export interface Place {
  file: string;
  line?: number;
  /** Which record of a web archive, and where it begins. */
  part?: string;
}

/** The place as messages name it. */
export function placeName({ file, line, part }: Place): string {
  return `${file}${line === undefined ? '' : `:${line}`}${part === undefined ? '' : `: ${part}`}`;
}
