import type { Evidence, PageInput } from 'boilerplate-classifier';
import type { Answer, Classified, Question } from './answer-questions';

/** A worker of the page's own script. Answers that a newer page has made stale never settle. */
export interface Asked {
  classify(page: PageInput): Promise<Classified>;
  explain(index: number): Promise<Evidence[]>;
}

/** Starts a worker from the script that runs now; to be called while that script is first run. */
export function askWorker(): Asked {
  const url = URL.createObjectURL(new Blob([document.currentScript!.textContent!], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  /** Settled first in, first out: the worker answers in order. */
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = [];

  function start(): Worker {
    const started = new Worker(url);
    started.onmessage = ({ data }: MessageEvent<Answer>) => waiting.shift()!.resolve(data);
    started.onerror = ({ message }) => {
      const rejected = waiting;
      waiting = [];
      worker = undefined;
      for (const { reject } of rejected) reject(new Error(message || 'The browser did not start the worker'));
    };
    return started;
  }

  async function ask(question: Question): Promise<Answer> {
    worker ??= start();
    worker.postMessage(question);
    const answer = await new Promise<Answer>((resolve, reject) => waiting.push({ resolve, reject }));
    if ('failed' in answer) throw new Error(answer.failed);
    return answer;
  }

  return {
    async classify(page) {
      // A worker that is busy with an older page is not waited for.
      if (waiting.length) {
        worker?.terminate();
        worker = undefined;
        waiting = [];
      }
      return (await ask({ ask: 'classify', page }) as { classified: Classified }).classified;
    },
    async explain(index) {
      return (await ask({ ask: 'explain', index }) as { evidence: Evidence[] }).evidence;
    },
  };
}
