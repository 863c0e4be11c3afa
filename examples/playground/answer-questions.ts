import { articleText, classifyBlocks, type ClassifiedBlock, type Evidence, type PageInput } from 'boilerplate-classifier';

/** What the page asks of its worker. `explain` is about the page that was classified last. */
export type Question = { ask: 'classify'; page: PageInput } | { ask: 'explain'; index: number };

/** A classified page. */
export interface Classified {
  blocks: ClassifiedBlock[];
  article: string;
  /** What `classifyBlocks` took. */
  millis: number;
}

export type Answer = { classified: Classified } | { index: number; evidence: Evidence[] } | { failed: string };

/** The worker's side: one answer to each question, in order. */
export function answerQuestions(): void {
  let page: PageInput = '';
  let explained: ClassifiedBlock[] | undefined;

  function answer(question: Question): Answer {
    if (question.ask === 'explain') {
      // Evidence takes several times as long as the labels, so it waits until someone asks for it.
      explained ??= classifyBlocks(page, { explain: true });
      return { index: question.index, evidence: explained[question.index].evidence! };
    }
    page = question.page;
    explained = undefined;
    const from = performance.now();
    const blocks = classifyBlocks(page);
    const millis = performance.now() - from;
    return { classified: { blocks, article: articleText(blocks), millis } };
  }

  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    let reply: Answer;
    try {
      reply = answer(data);
    } catch (error) {
      reply = { failed: error instanceof Error ? error.message : String(error) };
    }
    postMessage(reply);
  });
}
