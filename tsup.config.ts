import { defineConfig } from 'tsup';

// natural is inlined piece by piece, because as a dependency it would install database drivers.
const noExternal = [/^natural\//];

export default defineConfig([
  {
    entry: { index: 'src/index.ts', training: 'src/training/index.ts' },
    format: ['esm', 'cjs'], dts: true, minify: true, noExternal, target: 'es2022',
    // Built for no platform in particular: no Node built-in may get into it.
    platform: 'neutral', esbuildOptions: (options) => { options.mainFields = ['module', 'main']; },
  },
  // What a command needs beside the dependencies it loads itself, and says so where it is missing.
  { entry: { cli: 'src/cli/main.ts', 'classify-worker': 'src/cli/classify/classify-worker.ts' }, format: ['esm'], platform: 'node', target: 'node20', minify: true, noExternal, external: ['tinypool', 'warcio', /^compromise/] },
]);
