import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a program prints that imports the package: it is written to a file, which must stand in the project so that packages are found, and runs on the sources. */
export function runProgram(file: string, code: string, ...args: readonly string[]): string {
  writeFileSync(file, code.replaceAll("'boilerplate-classifier'", `'${resolve('src/index')}'`).replaceAll("'boilerplate-classifier/training'", `'${resolve('src/training/index')}'`));
  return execFileSync(process.execPath, ['--import', 'tsx', file, ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
}
