import { jest } from '@jest/globals';
import { runCommand } from '../../src/cli/run-command';
import { InputTypeError } from '../../src/errors';

/** What a command that throws says, and the exit code that it leaves. */
async function afterThrowing(error: unknown): Promise<{ said: string; exitCode: unknown }> {
  const { exitCode } = process;
  let said = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await runCommand(() => { throw error; });
    return { said, exitCode: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = exitCode;
  }
}

test('wrong use is told in one line', async () => {
  expect(await afterThrowing(new InputTypeError('BAD_OPTION', 'Expected `--workers` to be 1 or more, got 0'))).toEqual({ said: 'Expected `--workers` to be 1 or more, got 0\n', exitCode: 2 });
});

test.each([[new Error('no such row')], ['no such row']])('a fault of the program says so, with what helps to find it: %p', async (fault) => {
  const { said, exitCode } = await afterThrowing(fault);
  expect(exitCode).toBe(70);
  expect(said).toMatch(/^This is a fault of boilerplate-classifier; please report it with these lines:\n.*no such row\n/);
  if (fault instanceof Error) expect(said).toContain('run-command.test.ts');
});
