/** In a process of its own: `measure-peak.ts CONTESTANT SHAPE COUNT` prints by how many bytes the resident memory grew at most. */
import { load } from 'cheerio/slim';
import { classifyBlocks } from '../../src/classify-blocks';
import { SHAPES } from './shapes';

const [contestant, name, count] = process.argv.slice(2);
const page = SHAPES.find((shape) => shape.name === name)!.make(Number(count)) as { html: string };
const before = process.memoryUsage().rss;
if (contestant === 'slim') load(page.html, { xml: { xmlMode: false, decodeEntities: true } });
else classifyBlocks(page, { limits: { maxChars: Infinity, maxBlocks: Infinity } });
console.log(process.resourceUsage().maxRSS * 1024 - before);
