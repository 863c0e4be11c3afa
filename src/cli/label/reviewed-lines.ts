import { InputTypeError, show } from '../../errors';

const FIELD = /^# reviewed: (.*)$/m;
const RANGE = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/;
const ALL = 'all';

/**
 * Which label lines of a labels file a person has looked at, by index from 0. The file says so in a line of its head that readers of
 * labels pass over: `# reviewed: 1-40 52` counts label lines from 1, `# reviewed: all` means each of them.
 *
 * @throws TypeError with code `BAD_LABELS` that names file and line.
 */
export function readReviewed(text: string, lineCount: number, file: string): Set<number> {
  const reviewed = new Set<number>();
  const head = headOf(text);
  const value = FIELD.exec(head)?.[1].trim();
  if (!value) return reviewed;
  for (const part of value === ALL ? [`1-${Math.max(1, lineCount)}`] : value.split(/\s+/)) {
    const [, first, last = first] = RANGE.exec(part) ?? [];
    if (first === undefined || Number(last) < Number(first)) {
      const line = head.slice(0, head.search(FIELD)).split('\n').length;
      throw new InputTypeError('BAD_LABELS', `Expected \`# reviewed: all\` or numbers of lines such as \`1-40 52\` at ${file}:${line}, got ${show(part)}`);
    }
    // Lines may have been taken out by hand since.
    for (let number = Number(first); number <= Math.min(Number(last), lineCount); number++) reviewed.add(number - 1);
  }
  return reviewed;
}

/** The head of a labels file: its first lines, all that begin with `#`. */
export function headOf(text: string): string {
  return /^\uFEFF?((?:#[^\n]*(?:\n|$)|\s*\n)*)/.exec(text)![1];
}

/** The head with its line of what was reviewed put right; without such a line where nothing was. */
export function withReviewed(head: string, reviewed: readonly boolean[]): string {
  const value = rangesOf(reviewed);
  if (FIELD.test(head)) return head.replace(value ? FIELD : /^# reviewed: .*\r?\n?/m, value && `# reviewed: ${value}`);
  return value ? `${head}# reviewed: ${value}\n` : head;
}

function rangesOf(reviewed: readonly boolean[]): string {
  if (reviewed.length && reviewed.every(Boolean)) return ALL;
  const ranges: string[] = [];
  for (let i = 0; i < reviewed.length; i++) {
    if (!reviewed[i]) continue;
    const first = i + 1;
    while (reviewed[i + 1]) i++;
    ranges.push(first === i + 1 ? `${first}` : `${first}-${i + 1}`);
  }
  return ranges.join(' ');
}
