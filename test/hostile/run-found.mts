import { readdirSync, readFileSync } from 'node:fs';
import { brokenPromises } from './broken-promises';
for (const f of readdirSync('test/hostile/found')) console.log(f, brokenPromises(readFileSync('test/hostile/found/' + f, 'utf8'), f.endsWith('.html') ? 'html' : 'text'));
