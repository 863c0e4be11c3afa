import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Extractors to compare with, and their packages. */
export const PEERS = { Readability: '@mozilla/readability', Defuddle: 'defuddle' } as const;
export type PeerName = keyof typeof PEERS;

/** What a peer found on a page; `failed` where it threw, took too long or died. */
export interface PeerArticle {
  title: string;
  text: string;
  failed?: string;
}

/** A page that takes longer has failed. */
const PEER_LIMIT_MS = 30_000;

const CHILD = new URL('./extract-with-peer.ts', import.meta.url);

/** Runs a peer over pages, one after the other, in a process of its own, which a page that hangs or kills it costs no more than that page. */
export async function runPeer(peer: PeerName, pages: readonly { html: () => string }[], onDone: () => void, limitMs = PEER_LIMIT_MS, file: URL = CHILD): Promise<PeerArticle[]> {
  let child: ChildProcess | undefined;
  const articles: PeerArticle[] = [];
  try {
    for (const { html } of pages) {
      child ??= await start(file);
      const article = await ask(child, { peer, html: html() }, limitMs);
      if (article.failed && !child.connected) child = undefined;
      articles.push(article);
      onDone();
    }
  } finally {
    child?.kill('SIGKILL');
  }
  return articles;
}

/** The child once it is ready: how long it takes to load is no page's fault. */
async function start(file: URL): Promise<ChildProcess> {
  const child = fork(file, { execArgv: ['--import', 'tsx', '--max-old-space-size=2000'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await new Promise((resolve, reject) => {
    child.once('message', resolve).once('error', reject).once('exit', (code) => reject(new Error(`The process that runs a peer ended with ${code} at its start`)));
  });
  child.removeAllListeners();
  return child;
}

/** One page; a child that did not answer is stopped. */
function ask(child: ChildProcess, page: { peer: PeerName; html: string }, limitMs: number): Promise<PeerArticle> {
  return new Promise((resolve) => {
    const end = (article: PeerArticle) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(article);
    };
    const fail = (failed: string) => {
      child.on('error', () => {});
      if (child.connected) child.disconnect();
      child.kill('SIGKILL');
      end({ title: '', text: '', failed });
    };
    const timer = setTimeout(() => fail(`took longer than ${limitMs / 1000} s`), limitMs);
    child.once('message', (answer: { title: string; text: string; error?: string }) => end({ title: answer.title ?? '', text: answer.text ?? '', ...(answer.error !== undefined && { failed: answer.error }) }));
    child.once('error', ({ message }) => fail(message));
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? code}`));
    child.send(page);
  });
}

/** The version of a package that is installed. */
export function packageVersion(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.resolve(name))); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const { name: found, version } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version: string }) : { version: '' };
    if (found === name) return version;
  }
}
