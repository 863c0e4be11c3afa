import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Options } from 'tsup';

const LIBRARY = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const LOCAL_IMPORT = /(?:\bfrom\s*|\bimport\s*)["'](\.[^"']+)["']/g;

/** Bytes after gzip. */
export interface Sizes {
  /** `dist` of the main entry with all files that it loads, external packages left out. */
  main: number;
  /** The same built without the numbers of the model. */
  mainWithoutModel: number;
  /** One file for a browser with everything in it. */
  browser: number;
  /** Folders of the packages that an install brings, in bytes, and how many they are. */
  install: { bytes: number; packages: string[] };
}

/** Sizes of a built main entry, of bundles of the source, and of what is installed. */
export async function measureSizes(mainEntry: string): Promise<Sizes> {
  return {
    main: zipped(withImports(mainEntry)),
    mainWithoutModel: await built({ noExternal: [/^natural\//], platform: 'neutral', esbuildPlugins: [withoutModel] }),
    browser: await built({ noExternal: [/./], platform: 'browser' }),
    install: installedPackages(),
  };
}

const withoutModel: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'without-model',
  setup: (bundle) => bundle.onLoad({ filter: /model\.json$/ }, () => ({ contents: '{}', loader: 'json' })),
};

async function built(options: Options): Promise<number> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-size-'));
  try {
    await bundle(LIBRARY, outDir, options);
    return zipped(readdirSync(outDir).map((file) => join(outDir, file)));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** One minified ESM file, built as `dist` is. */
export async function bundle(entry: string, outDir: string, options: Options): Promise<void> {
  await build({
    config: false, silent: true, entry: { bundle: entry }, outDir, format: ['esm'], minify: true, target: 'es2022', splitting: false,
    esbuildOptions: (esbuild) => { esbuild.mainFields = ['module', 'main']; }, ...options,
  });
}

function zipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/** A built file and those of ours that it imports. */
function withImports(file: string, found = new Set<string>()): string[] {
  const path = resolve(file);
  if (found.has(path)) return [];
  found.add(path);
  for (const [, from] of readFileSync(path, 'utf8').matchAll(LOCAL_IMPORT)) withImports(join(dirname(path), from), found);
  return [...found];
}

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The packages that `npm install` brings for the library's own `dependencies`, as they stand in node_modules. */
function installedPackages(): Sizes['install'] {
  const found = new Map<string, string>();
  const add = (name: string, from: string) => {
    let folder = from;
    while (!existsSync(join(folder, 'node_modules', name, 'package.json'))) {
      // An optional dependency may be missing, as may be a type package that npm dropped.
      if (folder === dirname(folder)) return;
      folder = dirname(folder);
    }
    const path = join(folder, 'node_modules', name);
    if (found.has(path)) return;
    found.set(path, name);
    addAll(path);
  };
  const addAll = (folder: string) => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) add(name, folder);
  };
  addAll(resolve('.'));
  return { bytes: [...found.keys()].reduce((sum, folder) => sum + folderBytes(folder), 0), packages: [...found.values()].sort() };
}

/** Packages inside a package's own node_modules count by themselves. */
function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : folderBytes(path);
    else if (entry.isFile()) bytes += statSync(path).size;
  }
  return bytes;
}

// As a program: the sizes as JSON, for the test of the budgets.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${JSON.stringify(await measureSizes(process.argv[2]))}\n`);
