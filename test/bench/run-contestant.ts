import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer } from './child';
import type { ContestantName } from './contestants';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A contestant in a child process, which is ended and started anew where a page takes longer than the limit. */
export class RunningContestant {
  private child: ChildProcess | undefined;
  peak = 0;

  constructor(readonly name: ContestantName, private readonly folder: string | undefined, private readonly env: NodeJS.ProcessEnv) {}

  /** The answer for a page; `undefined` where the contestant hung on it or its process ended. */
  async run(page: number, limitSeconds: number): Promise<Answer | undefined> {
    const child = (this.child ??= await this.start());
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const timer = setTimeout(() => done(undefined), limitSeconds * 1000);
      const onExit = () => done(undefined);
      const done = (value: Answer | undefined) => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeListener('exit', onExit);
        resolve(value);
      };
      child.once('message', (value) => done(value as Answer)).once('exit', onExit);
      child.send(page, (error) => error && done(undefined));
    });
    if (answer) this.peak = Math.max(this.peak, answer.peak);
    else this.stop();
    return answer;
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(CHILD, [this.name, this.folder ?? ''], { env: { ...process.env, ...this.env }, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve()).once('exit', (code) => reject(new Error(`${this.name} could not be loaded: it ended with ${code}`)));
    });
    // What goes wrong from here on shows as an answer that does not come.
    child.removeAllListeners('exit').on('error', () => {});
    return child;
  }
}
