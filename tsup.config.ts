import { defineConfig } from 'tsup';

// The library is built for no platform in particular: no Node built-in may get into it.
// natural is inlined piece by piece, because as a dependency it would install database drivers.
const library = { format: ['esm', 'cjs'] as ('esm' | 'cjs')[], dts: true, minify: true, noExternal: [/^natural\//], target: 'es2022' };

export default defineConfig([
  { ...library, entry: { index: 'src/index.ts', training: 'src/training/index.ts' }, platform: 'neutral', esbuildOptions: (options) => { options.mainFields = ['module', 'main']; } },
  { entry: { cli: 'src/cli/main.ts' }, format: ['esm'], platform: 'node', target: 'node20', external: ['./index', './training'], noExternal: [/^natural\//] },
]);
