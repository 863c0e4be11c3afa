import { runTask } from './run-task';
import type { Outcome, Settings, Task } from './task';

/** What a thread of the pool does with a message. */
export default function classifyWorker({ task, settings }: { task: Task; settings: Settings }): Promise<Outcome> {
  return runTask(task, settings);
}
