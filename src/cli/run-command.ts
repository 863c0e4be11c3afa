/** Runs a command; what goes wrong is told in one line on standard error, with exit code 2 for wrong use and bad files. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    // Errors that this project or the file system raised say what was wrong; anything else is a fault of ours and shows its stack.
    if (!code) throw error;
    process.stderr.write(`${message}\n`);
    process.exitCode = 2;
  }
}
