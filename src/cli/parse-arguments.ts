import type { CAC, Command } from 'cac';
import { InputTypeError, show } from '../errors';

/** Stands before arguments that cac would not take as text: `-`, an option without a name to it, and what it makes numbers of, such as `007` and nothing at all. No argument can hold it. */
const MARK = '\0';
const NUMBER = '<number>';

type Option = Command['options'][number];

/**
 * Parses the arguments without running the command. Names and values are the text that was typed; those of flags that take a `<number>`
 * are numbers, where they are. A flag of the type `[]` takes a list, which may be given in parts: its value has them all, with commas.
 *
 * @throws TypeError with code `BAD_OPTION` where a flag has no value, an empty one or more than it takes.
 */
export function parseArguments(cli: CAC, argv: readonly string[]): void {
  cli.parse(argv.map(mark), { run: false });
  cli.args = cli.args.map(unmark);
  const { options } = cli as { options: Record<string, unknown> };
  options['--'] = (options['--'] as string[]).map(unmark);
  for (const option of cli.matchedCommand?.options ?? []) {
    if (option.required && option.name in options) options[option.name] = valueOf(option, options[option.name]);
  }
}

function mark(argument: string): string {
  const [, flag = '', value = argument] = /^(-[^=]+=)(.*)$/s.exec(argument) ?? [];
  return value === '-' || Number.isFinite(Number(value)) ? `${flag}${MARK}${value}` : argument;
}

function unmark(text: string): string {
  return text.replace(MARK, '');
}

/** What a flag was given; its default as it is. */
function valueOf({ rawName, config }: Option, given: unknown): unknown {
  if (given === config.default) return given;
  const texts = [given].flat().map((value) => textOf(rawName, value));
  if (Array.isArray(config.type)) return texts.join(',');
  if (texts.length > 1) throw new InputTypeError('BAD_OPTION', `Expected \`${rawName}\` once, got it ${texts.length} times (${texts.join(', ')}): leave out all but one`);
  const [text] = texts;
  const number = Number(text);
  // What is no number is left as it is, for the command to say what would be right.
  return rawName.endsWith(NUMBER) && !Number.isNaN(number) ? number : text;
}

function textOf(rawName: string, value: unknown): string {
  // cac has `true` where nothing follows the flag, `false` for `--no-…`, an object for `--flag.name value`.
  if (typeof value !== 'string') throw new InputTypeError('BAD_OPTION', `Expected a value after \`${rawName}\`, got ${typeof value === 'boolean' ? 'none' : show(value)}`);
  const text = unmark(value);
  if (!text.trim()) throw new InputTypeError('BAD_OPTION', `Expected a value after \`${rawName}\`, got an empty one: give one, or leave out the flag`);
  return text;
}
