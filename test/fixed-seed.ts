/** Properties draw the same values on every run, so that a red test is the change's own; `npm run fuzz` looks for new ones. `SEED=…` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
