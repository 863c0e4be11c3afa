import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Of the WCXB development pages of a bench folder one in so many is measured. */
const WCXB_STEP = 5;

/** The HTML that is measured: every fifth WCXB development page of a bench folder, or the pages of the corpus where no folder is named. */
export function benchPages(folder: string | undefined): string[] {
  if (folder === undefined) {
    const corpus = join('corpus', 'pages');
    return readdirSync(corpus).filter((file) => file.endsWith('.html')).sort().map((file) => readFileSync(join(corpus, file), 'utf8'));
  }
  const wcxb = join(folder, 'wcxb-dev', 'html');
  if (!existsSync(wcxb)) throw new Error(`Expected a bench folder with wcxb-dev/html, got \`${folder}\``);
  return readdirSync(wcxb).sort().filter((_, i) => i % WCXB_STEP === 0).map((file) => gunzipSync(readFileSync(join(wcxb, file))).toString('utf8'));
}
