import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Manifest {
  name: string;
  dependencies: Record<string, string>;
  exports: Record<string, Record<'import' | 'require', Record<'types' | 'default', string>>>;
  bin: Record<string, string>;
}

/** A project that has installed the packed tarball. */
export interface Installed {
  project: string;
  /** Folder of the package inside the project. */
  folder: string;
  manifest: Manifest;
  tarball: string;
  /** Runs a program in the project; gives what it prints. */
  run(file: string, code: string): string;
  remove(): void;
}

export const CLEAN_ENV = { ...process.env, NODE_OPTIONS: '' };
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const TSUP = resolve('node_modules', 'tsup', 'dist', 'cli-default.js');

/** Builds, packs and installs the package apart from the working tree's own `dist`, so that tests run side by side. */
export function installPackage({ types = true } = {}): Installed {
  const project = mkdtempSync(join(tmpdir(), 'boilerplate-package-'));
  const staged = join(project, 'staged');
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const folder = join(project, 'node_modules', manifest.name);
  const quiet = { env: CLEAN_ENV, stdio: 'pipe' } as const;
  mkdirSync(folder, { recursive: true });
  mkdirSync(staged);
  for (const file of ['package.json', 'README.md', 'LICENSE']) copyFileSync(file, join(staged, file));
  execFileSync(process.execPath, [TSUP, '--out-dir', join(staged, 'dist'), ...(types ? [] : ['--no-dts'])], quiet);
  execFileSync(npm, ['pack', staged, '--ignore-scripts', '--pack-destination', project], quiet);
  const tarball = join(project, readdirSync(project).find((file) => file.endsWith('.tgz'))!);
  execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link, 'junction');
  }
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  return {
    project, folder, tarball,
    manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
    run(file, code) {
      writeFileSync(join(project, file), code);
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, file)], { cwd: project, env: CLEAN_ENV, encoding: 'utf8', maxBuffer: 2 ** 28 });
      // Lines of the minified files are left out.
      if (status !== 0) throw new Error(stderr.split('\n').filter((line) => line.length < 300).join('\n'));
      return stdout;
    },
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}
