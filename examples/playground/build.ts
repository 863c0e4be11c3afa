// Builds the playground, one page without a server side, from the `dist` that npm ships: `npm run playground`
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'tsup';
import { noticesOf } from './notices';

const MAX_GZIPPED_BYTES = 330_000;
const here = dirname(fileURLToPath(import.meta.url));
const [dist = 'dist', out = 'playground-dist'] = process.argv.slice(2);

/** One script that needs nothing else, and the licences of the packages in it and in `dist`. */
async function bundle(): Promise<{ script: string; notices: string }> {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache', 'playground-'));
  try {
    await build({
      config: false, silent: true, metafile: true, entry: { main: join(here, 'main.ts') }, outDir: folder, format: 'iife', platform: 'browser', target: 'es2022',
      minify: true, noExternal: [/./], loader: { '.html': 'text', '.css': 'text' },
      esbuildOptions: (options) => { options.alias = { 'boilerplate-classifier': resolve(dist, 'index.js') }; },
    });
    const { inputs } = JSON.parse(readFileSync(join(folder, 'metafile-iife.json'), 'utf8')) as { inputs: Record<string, unknown> };
    return { script: readFileSync(join(folder, 'main.global.js'), 'utf8'), notices: noticesOf(Object.keys(inputs)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What would end the element, or keep its end from being seen, stands within strings and patterns alone.
const bundled = await bundle();
const script = bundled.script.replace(/<(?=\/script|script|!--)/gi, '\\x3C');
const hash = createHash('sha256').update(script).digest('base64');
const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; worker-src blob:; form-action 'none'; base-uri 'none'`;
const parts: Record<string, string> = { POLICY: policy, STYLE: readFileSync(join(here, 'playground.css'), 'utf8'), SCRIPT: script, NOTICES: `${readFileSync('LICENSE', 'utf8')}\n${bundled.notices}`.replaceAll('--', '- -') };
const html = readFileSync(join(here, 'index.html'), 'utf8').replace(/%([A-Z]+)%/g, (_, name: string) => parts[name]);

const gzipped = gzipSync(html, { level: 9 }).length;
console.log(`${join(out, 'index.html')}  ${Math.ceil(html.length / 1000)} kB, ${Math.ceil(gzipped / 1000)} kB gzipped (at most ${MAX_GZIPPED_BYTES / 1000})`);
if (gzipped > MAX_GZIPPED_BYTES) {
  console.error('The page has outgrown its budget: see what was added to src or to its dependencies');
  process.exit(1);
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.html.part'), html);
renameSync(join(out, 'index.html.part'), join(out, 'index.html'));
