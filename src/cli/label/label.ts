import { spawn } from 'node:child_process';
import { defaultModel } from '../../model/default-model';
import { checkWholeNumber } from '../check-whole-number';
import { defaultFolder } from '../labelled-folders';
import { readModelFile } from '../read-model-file';
import { splitLabels } from '../split-labels';
import { openLabelFolder } from './label-folder';
import { startLabelServer } from './label-server';
import { startSession } from './labelling-session';

export interface LabelFlags {
  model?: string;
  labels?: string;
  port?: number;
  open: boolean;
}

/** The same each time where it is free: a label page that was left open then finds what its browser kept. */
const USUAL_PORT = 4807;
const MAX_PORT = 65_535;

/** `label`: serves the label page of a folder until it is stopped. */
export async function labelCommand(folder: string | undefined, { model: modelFile, labels, port, open }: LabelFlags): Promise<void> {
  if (port !== undefined) checkWholeNumber('port', port, 0, MAX_PORT);
  const model = modelFile === undefined ? defaultModel() : readModelFile(modelFile);
  const session = startSession(openLabelFolder(folder ?? defaultFolder(), model, splitLabels(labels)), model);
  const server = await start(port, (at) => startLabelServer(session, at));
  process.stdout.write(`${server.url}\n`);
  process.stderr.write(`Labelling ${session.folder.pages.length === 1 ? 'one page' : `${session.folder.pages.length} pages`} in ${session.folder.path}. Every change is saved at once; stop with Ctrl+C.\n`);
  if (open && process.stdout.isTTY) openInBrowser(server.url);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.close();
}

async function start<T>(port: number | undefined, on: (port: number) => Promise<T>): Promise<T> {
  try {
    return await on(port ?? USUAL_PORT);
  } catch (error) {
    if (port !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return on(0);
  }
}

/** Opens the address in the usual browser; it was printed too, so that nothing is said where that fails. */
function openInBrowser(url: string): void {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open'];
  spawn(command, [...args, url], { detached: true, stdio: 'ignore' }).on('error', () => {}).unref();
}
