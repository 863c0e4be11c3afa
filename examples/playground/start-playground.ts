import type { Classified } from './answer-questions';
import { askWorker } from './ask-worker';
import examplePage from './example-page.html';
import { listBlocks } from './list-blocks';
import { byId } from './make-element';
import { offerFilter } from './offer-filter';
import { isHtmlResult, readSource, type Form } from './read-source';
import { showArticle } from './show-article';
import { showPage } from './show-page';
import { takeInput } from './take-input';

/** Wires the page: what comes in goes to the worker, what comes back is shown in three views that share one filter and one choice. */
export function startPlayground(): void {
  const worker = askWorker();
  const status = byId('status');
  const page = showPage((index) => list.choose(index));
  const list = listBlocks({ explain: (index) => worker.explain(index), chosen: (index) => page.choose(index) });
  const article = showArticle((message) => { status.textContent = message; });
  const filter = offerFilter((kept) => {
    const shown = list.keep(kept);
    page.keep(kept);
    return shown;
  });
  let newest = 0;

  async function classify(source: string, form: Form): Promise<void> {
    const current = ++newest;
    document.body.setAttribute('aria-busy', 'true');
    status.textContent = 'Classifying…';
    try {
      const classified = await worker.classify(readSource(source, form));
      if (current === newest) show(source, classified);
    } catch (error) {
      if (current === newest) status.textContent = `This page could not be classified: ${(error as Error).message}`;
    }
    if (current === newest) document.body.removeAttribute('aria-busy');
  }

  function show(source: string, { blocks, article: text, millis }: Classified): void {
    list.show(blocks);
    page.show(source, blocks, isHtmlResult(blocks));
    article.show(text);
    filter.show(blocks);
    status.textContent = `${blocks.length.toLocaleString('en')} ${blocks.length === 1 ? 'block' : 'blocks'} in ${millis < 10 ? millis.toFixed(1) : Math.round(millis).toLocaleString('en')} ms`;
  }

  takeInput(examplePage, classify);
}
