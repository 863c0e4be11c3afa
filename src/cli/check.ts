import { checkPages, type Finding } from '../training/check-pages';
import { newLabels } from '../training/new-labels';
import { countPages } from './count-pages';
import { counted } from './counted';
import { defaultFolder, readLabelledFiles } from './labelled-folders';
import { readModelFile } from './read-model-file';
import { splitLabels } from './split-labels';

export interface CheckFlags {
  model?: string;
  labels?: string;
  counts?: boolean;
}

/** `check`: a line for each thing to mend, `file:line: what, and the mend`; exit code 1 where there is one. With `--counts`, then what pages there are. */
export function checkCommand(dirs: readonly string[], flags: CheckFlags): void {
  const known = [...readModelFile(flags.model).labels, ...splitLabels(flags.labels)];
  const folders = dirs.length ? dirs : [defaultFolder()];
  const findings: Finding[] = [];
  const files = readLabelledFiles(folders, (file, line, message) => findings.push({ file, line: line || 1, message }));
  findings.push(...checkPages(files.map((page) => ({ ...page, split: page.folder })), known));
  for (const { file, line, message } of findings) process.stdout.write(`${file}:${line}: ${message}\n`);
  if (flags.counts) process.stdout.write(countPages(files));
  const added = newLabels(files.map(({ labels }) => labels), known).filter(({ isSlip }) => !isSlip);
  if (added.length) process.stderr.write(`labels that the model does not know yet: ${added.map(({ label, blocks }) => `${label} (${counted(blocks, 'block')})`).join(', ')}\n`);
  process.stderr.write(`${counted(files.length, 'page')} in ${folders.join(', ')}: ${findings.length ? `${findings.length} to mend` : 'nothing to mend'}\n`);
  if (findings.length) process.exitCode = 1;
}
