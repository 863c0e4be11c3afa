import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { splitBlocks } from '../split-blocks';
import type { PeerName } from './run-peer';

/** The process of one peer: it says that it is ready, is sent pages and sends back their article, or what went wrong. */
process.on('message', ({ peer, html }: { peer: PeerName; html: string }) => {
  extract(peer, html).then(({ title, content }) => process.send!({ title: title ?? '', text: textOf(content ?? '') }), (error: unknown) => process.send!({ error: String(error) }));
});
process.send!('ready');

async function extract(peer: PeerName, html: string): Promise<{ title?: string | null; content?: string | null }> {
  const { document } = parseHTML(wholePage(html));
  if (peer === 'Readability') return new Readability(document).parse() ?? {};
  return Defuddle(document, 'https://page.example/', { useAsync: false });
}

/** A browser puts what a fragment leaves out around it; this parser does not, and the peers fail without it. */
function wholePage(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '')}</body></html>`;
}

/** Both give markup; their own plain text would join the words of neighbouring blocks. */
function textOf(content: string): string {
  return splitBlocks({ html: content }).filter(({ hidden }) => !hidden).map(({ text }) => text).join('\n');
}
