import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Times one named step of a contestant. */
export type Time = <T>(step: string, run: () => T) => T;
/** What is measured on one page; what it prepares for itself outside of `time` is not. It may give the text that it read in place of the page. */
export type Contestant = (html: string, time: Time) => { text: string } | void;

type Library = typeof import('../../src/index');
type Stages = typeof import('./stages');

const imported = async (file: string) => (await import(pathToFileURL(resolve(file)).href)) as unknown;
const library = async () => (await imported('dist/index.js')) as Library;

/** Each contestant is loaded by itself, in a process of its own. */
export const CONTESTANTS = {
  async classifyBlocks(): Promise<Contestant> {
    const { classifyBlocks } = await library();
    return (html, time) => void time('classifyBlocks', () => classifyBlocks({ html }));
  },
  /** The lines of the page as plain text. */
  async text(): Promise<Contestant> {
    const { classifyBlocks, splitBlocks } = await library();
    return (html, time) => {
      const text = splitBlocks({ html }).filter(({ hidden }) => !hidden).map((block) => block.text).join('\n');
      time('plain text', () => classifyBlocks({ text }));
      return { text };
    };
  },
  async stages(): Promise<Contestant> {
    const { DEFAULT_LIMITS, defaultModel, extractFeatures, hasMarkup, labelBlocks, readPage, scoreFeatures } = (await imported(process.env.BENCH_STAGES!)) as Stages;
    const model = defaultModel();
    return (html, time) => {
      const page = time('  blocks', () => readPage({ html }, DEFAULT_LIMITS));
      const features = time('  features', () => extractFeatures(page, hasMarkup(page) ? 'markup' : 'text'));
      const { scores, content } = time('  scores', () => scoreFeatures(features, model));
      time('  labels', () => labelBlocks(page, model.labels, scores, content));
    };
  },
  async events(): Promise<Contestant> {
    const { Parser } = await import('htmlparser2');
    return (html, time) => {
      let events = 0;
      const count = () => void events++;
      time('htmlparser2 events', () => new Parser({ onopentag: count, ontext: count, onclosetag: count, oncomment: count }).end(html));
    };
  },
  async slim(): Promise<Contestant> {
    const { load } = await import('cheerio/slim');
    return (html, time) => void time('cheerio/slim load', () => load(html, { xml: { xmlMode: false, decodeEntities: true } }));
  },
  async readability(): Promise<Contestant> {
    const { Readability } = await import('@mozilla/readability');
    const { parseHTML } = await import('linkedom');
    return (html, time) => void time('Readability on linkedom', () => new Readability(parseHTML(html).document as never).parse());
  },
  async defuddle(): Promise<Contestant> {
    const { Defuddle } = await import('defuddle/node');
    const { parseHTML } = await import('linkedom');
    return (html, time) => void time('Defuddle', () => Defuddle(parseHTML(html).document as never, 'https://page.example/'));
  },
} satisfies Record<string, () => Promise<Contestant>>;

export type ContestantName = keyof typeof CONTESTANTS;
