/** Exit code of a program that is itself at fault: `EX_SOFTWARE` of `sysexits.h`. */
const FAULT = 70;

/** Runs a command. Wrong use and bad files are told on standard error, a line for each, with exit code 2; a fault of the program with its stack. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { code, message, stack } = error as Error & { code?: string };
    // Errors that this project or the file system raised say what was wrong; anything else is a fault of ours and shows its stack.
    process.stderr.write(code ? `${message}\n` : `This is a fault of boilerplate-classifier; please report it with these lines:\n${stack ?? String(error)}\n`);
    process.exitCode = code ? 2 : FAULT;
  }
}
