import { cac } from 'cac';
import { parseArguments } from '../../src/cli/parse-arguments';

/** The names and flags that a command of the arguments gets. */
function parsed(...args: string[]): { names: readonly string[]; flags: Record<string, unknown> } {
  const cli = cac('tool');
  cli.command('read [...names]')
    .option('--model <file>', 'A file', { default: 'shipped' })
    .option('--site <host>', 'A text')
    .option('--labels <labels>', 'A list', { type: [] })
    .option('--port <number>', 'A number')
    .option('--workers <number>', 'A number', { default: 1 })
    .option('--all', 'A switch')
    .action(() => {});
  parseArguments(cli, ['node', 'tool', 'read', ...args]);
  return { names: cli.args, flags: cli.options };
}

test.each(['007', '2024', '1e3', '0x10', '-5', '-', ' 5', 'a=5'])('%j is the text that was typed, as a value in either form and as a name', (text) => {
  expect(parsed('--site', text).flags.site).toBe(text);
  expect(parsed(`--site=${text}`).flags.site).toBe(text);
  expect(parsed('a', text, '--all').names).toEqual(['a', text]);
  expect(parsed('--all', text)).toMatchObject({ names: [text], flags: { all: true } });
  expect(parsed('--', text).flags['--']).toEqual([text]);
});

test('a flag that takes a number has one, and what is none as it was typed; a default stays', () => {
  expect(parsed('--port', '8080', '--workers=4').flags).toMatchObject({ port: 8080, workers: 4, model: 'shipped' });
  expect(parsed('--port', '0').flags).toMatchObject({ port: 0, workers: 1 });
  expect(parsed('--port', '-1').flags.port).toBe(-1);
  expect(parsed('--port', 'many').flags.port).toBe('many');
});

test('a list may be given in parts', () => {
  expect(parsed('--labels', 'legal,2024').flags.labels).toBe('legal,2024');
  expect(parsed('--labels', 'legal', '--labels', '2024').flags.labels).toBe('legal,2024');
  expect(parsed().flags).not.toHaveProperty('labels');
});

test.each<[string[], string]>([
  [['--model', ''], 'Expected a value after `--model <file>`, got an empty one: give one, or leave out the flag'],
  [['--model=', 'a.html'], 'Expected a value after `--model <file>`, got an empty one: give one, or leave out the flag'],
  [['--port', ' '], 'Expected a value after `--port <number>`, got an empty one: give one, or leave out the flag'],
  [['--labels', 'a', '--labels', ''], 'Expected a value after `--labels <labels>`, got an empty one: give one, or leave out the flag'],
  [['--site'], 'Expected a value after `--site <host>`, got none'],
  [['--labels'], 'Expected a value after `--labels <labels>`, got none'],
  [['--no-site'], 'Expected a value after `--site <host>`, got none'],
  [['--site.x', 'y'], 'Expected a value after `--site <host>`, got an object with `x`'],
  [['--model', 'a.json', '--model', '5'], 'Expected `--model <file>` once, got it 2 times (a.json, 5): leave out all but one'],
])('%j is refused in one line', (args, message) => {
  expect(() => parsed(...args)).toThrow(expect.objectContaining({ code: 'BAD_OPTION', message }));
});
