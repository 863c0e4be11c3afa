import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const release = workflows.find(({ name }) => name === 'release.yml')!.text;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string>; devDependencies: Record<string, string>; engines: { node: string } };

test.each(workflows)('$name uses foreign actions by their commit alone, with the version beside it', ({ text }) => {
  const uses = [...text.matchAll(/\buses: *(.*)/g)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(1);
  for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('$name may read alone, keeps no token, and runs scripts and programs that are there', ({ text }) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  expect(text).not.toMatch(/secrets\.|pull_request_target|: write-all/);
  for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) expect(manifest.scripts).toHaveProperty([script]);
  for (const [, program] of text.matchAll(/npx (\w+)/g)) expect(program === 'attw' ? '@arethetypeswrong/cli' : program).toEqual(expect.stringMatching(new RegExp(`^(?:${Object.keys(manifest.devDependencies).join('|')})$`)));
  // No text that others may choose stands in a command.
  for (const [, expression] of text.matchAll(/\$\{\{ *(.*?) *\}\}/g)) expect(expression).toMatch(/^(?:github\.ref|matrix\.node|(?:needs|steps)\.[\w.-]+)$/);
});

test('the oldest Node that the package allows is the one that checks everything', () => {
  const oldest = manifest.engines.node.replace('>=', '');
  for (const { text } of workflows) expect(text).toContain(`node-version: ${oldest}\n`);
});

test('the job that publishes has provenance and runs no code of the project', () => {
  const [pack, publish] = release.split(/^ {2}publish:$/m);
  expect(pack).not.toContain('id-token');
  expect(publish).toContain('id-token: write');
  expect([...publish.matchAll(/\brun: (.*)/g)].map(([, command]) => command.split(' --')[0])).toEqual(['npm publish ./*.tgz']);
  expect(publish).toMatch(/npm publish .*--provenance .*--ignore-scripts/);
  expect(publish).not.toMatch(/checkout|npm ci|npm install/);
});
