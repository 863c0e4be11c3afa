import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licence texts of the packages that a bundle was made of, given the files that the bundler read. */
export function noticesOf(inputs: readonly string[]): string {
  const roots = new Set(inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []));
  return [...roots].sort().map((root) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string; license: string; author?: string | { name: string } };
    const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, file), 'utf8').trim() : `By ${typeof author === 'object' ? author.name : author}. The package holds no licence text.`}\n`;
  }).join(`\n${'='.repeat(80)}\n\n`);
}
