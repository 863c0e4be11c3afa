#!/usr/bin/env node
import { cac } from 'cac';
import { runCommand } from './run-command';
import { evalCommand, type EvalFlags } from './eval';
import { measureCommand, type MeasureFlags } from './measure';
import { trainCommand, type TrainFlags } from './train';

const cli = cac('boilerplate-classifier');

cli.command('train', 'Train the model on a corpus folder; prints where it went')
  .option('--corpus <folder>', 'Corpus folder with pages/ and measured/', { default: 'corpus' })
  .option('--out <file>', 'Model file to write', { default: 'src/model/model.json' })
  .action((flags: TrainFlags) => runCommand(() => trainCommand(flags)));

cli.command('eval', 'Cross-validate by site on a corpus folder, and on a bench folder where one is named')
  .option('--corpus <folder>', 'Corpus folder with pages/ and measured/', { default: 'corpus' })
  .option('--bench <folder>', 'Folder with gold pages and folds: each fold trains anew')
  .option('--sources', 'With --bench: leave one source out at a time instead of one fold')
  .option('--predictions <folder>', 'With --bench: write predictions for its scorers there')
  .option('--json', 'Print the figures as JSON')
  .action((flags: EvalFlags) => runCommand(() => evalCommand(flags)));

cli.command('measure <bench>', 'Measure figures anew from a bench folder: token counts and sampled rows, no text')
  .option('--corpus <folder>', 'Corpus folder whose written pages help', { default: 'corpus' })
  .option('--out <folder>', 'Folder to write', { default: 'corpus/measured' })
  .action((bench: string, flags: MeasureFlags) => runCommand(() => measureCommand(bench, flags)));

cli.help();
cli.command('').action(() => {
  if (cli.args.length) {
    process.stderr.write(`Unknown command \`${cli.args[0]}\`: see boilerplate-classifier --help\n`);
    process.exitCode = 2;
  } else cli.outputHelp();
});

try {
  cli.parse();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
