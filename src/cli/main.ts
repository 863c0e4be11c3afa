#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { cac } from 'cac';
import { InputTypeError } from '../errors';
import { runCommand } from './run-command';
import type { ClassifyFlags } from './classify/check-flags';
import type { EvalFlags } from './eval';
import { measureCommand, type MeasureFlags } from './measure';
import { trainCommand, type TrainFlags } from './train';

const cli = cac('boilerplate-classifier');
/** Stands for `-` while cac reads the arguments, which takes it for an option without a name. No file's name can hold it. */
const DASH = '\0';

cli.command('classify [...inputs]', 'Label the blocks of pages: files, folders, web archives, `-` for standard input')
  .option('--format <format>', 'json, jsonl, text, html or markdown; text and markdown print the article (default: jsonl)')
  .option('--label <labels>', 'Blocks of these labels alone, such as article,related')
  .option('--explain', 'Add what moved each decision')
  .option('--article', 'Add the text of the article to JSON')
  .option('--jsonl', 'Read a JSON record a line ({"id": …, "html": …} or text), write a line of labels and offsets for each')
  .option('--workers <number>', 'Threads that classify', { default: 1 })
  .option('--max-record <size>', 'Refuse larger records', { default: '50MB' })
  .option('--model <file>', 'Model file (default: the model of the package)')
  .action((inputs: string[], flags: ClassifyFlags) => runCommand(async () => {
    const { classifyCommand } = await import('./classify/classify');
    await classifyCommand([...inputs, ...(flags['--'] ?? [])].map((input) => (input === DASH ? '-' : String(input))), flags);
  }));

cli.command('train', 'Train the model on a corpus folder; prints where it went')
  .option('--corpus <folder>', 'Corpus folder with pages/ and measured/', { default: 'corpus' })
  .option('--out <file>', 'Model file to write', { default: 'src/model/model.json' })
  .action((flags: TrainFlags) => runCommand(() => trainCommand(flags)));

cli.command('eval', 'Cross-validate by site on a corpus folder, and on a bench folder where one is named')
  .option('--corpus <folder>', 'Corpus folder with pages/ and measured/', { default: 'corpus' })
  .option('--bench <folder>', 'Folder with gold pages and folds: each fold trains anew')
  .option('--sources', 'With --bench: leave one source out at a time instead of one fold')
  .option('--fold <number>', 'With --bench: this fold alone, 0 to 4')
  .option('--predictions <folder>', 'With --bench: write predictions for its scorers there')
  .option('--json', 'Print the figures as JSON')
  .option('--gate', 'Exit with 1 where a figure is below its floor in floors.json of the corpus')
  .option('--pin', 'Pin the floors on these figures')
  .option('--reason <why>', 'With --pin: why a floor may fall')
  .action((flags: EvalFlags) => runCommand(async () => {
    if (!existsSync(new URL('./eval.ts', import.meta.url))) throw new InputTypeError('BAD_OPTION', '`eval` runs from a clone of the project alone: `npm run eval`');
    const { evalCommand } = await import('./eval');
    await evalCommand(flags);
  }));

cli.command('measure <bench>', 'Measure figures anew from a bench folder: token counts and sampled rows, no text')
  .option('--corpus <folder>', 'Corpus folder whose written pages help', { default: 'corpus' })
  .option('--out <folder>', 'Folder to write', { default: 'corpus/measured' })
  .action((bench: string, flags: MeasureFlags) => runCommand(() => measureCommand(bench, flags)));

cli.help();
cli.command('').action(() => cli.outputHelp());

try {
  cli.parse(process.argv.map((argument) => (argument === '-' ? DASH : argument)), { run: false });
  if (cli.matchedCommand?.name === '' && cli.args.length) {
    process.stderr.write(`Unknown command \`${cli.args[0]}\`: see boilerplate-classifier --help\n`);
    process.exitCode = 2;
  } else void cli.runMatchedCommand();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
