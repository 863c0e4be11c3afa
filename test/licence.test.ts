import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import config from '../tsup.config';

/** The packages whose files are built into what is published, as the bundler says. */
async function bundledPackages(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-licence-'));
  try {
    for (const part of config as { entry: Record<string, string> }[]) await build({ ...part, config: false, dts: false, minify: false, metafile: true, silent: true, outDir: folder });
    const inputs = readdirSync(folder).filter((file) => file.startsWith('metafile-')).flatMap((file) => (
      Object.keys((JSON.parse(readFileSync(join(folder, file), 'utf8')) as { inputs: Record<string, unknown> }).inputs)
    ));
    return [...new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every package that is built in stands in LICENSE with its copyright line, and in the README with its licence', async () => {
  const packages = await bundledPackages();
  expect(packages).toContain('natural');
  const licence = readFileSync('LICENSE', 'utf8');
  const readme = readFileSync('README.md', 'utf8').split('## Licence')[1];
  for (const name of packages) {
    const root = join('node_modules', name);
    const { license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { license: string };
    const own = readdirSync(root).filter((file) => /^(?:licen[cs]e|readme)/i.test(file)).map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    const copyright = /^Copyright \(c\) .*\d{4}.*$/mi.exec(own)![0].trim();
    expect([name, licence.includes(copyright)]).toEqual([name, true]);
    expect(readme).toMatch(new RegExp(`\\[${name}\\]\\([^)]*\\)[^.]*\\(?${license}`));
  }
});
