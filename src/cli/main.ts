#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { cac } from 'cac';
import manifest from '../../package.json' with { type: 'json' };
import { InputTypeError } from '../errors';
import type { AddFlags } from './add';
import type { CheckFlags } from './check';
import { givenFlags } from './given-flags';
import { parseArguments } from './parse-arguments';
import { runCommand } from './run-command';
import type { ClassifyFlags } from './classify/check-flags';
import type { EvalFlags } from './eval';
import type { EvalModelsFlags } from './eval-models';
import { shapeHelp } from './shape-help';
import { SHIPPED } from './shipped';
import type { LabelFlags } from './label/label';
import type { MeasureFlags } from './measure';
import type { TrainFlags } from './train';

// Each command loads what it needs when it runs: none waits for the others.
const cli = cac('boilerplate-classifier');
const filesOf = (files: readonly string[], flags: { '--'?: readonly string[] }) => [...files, ...(flags['--'] ?? [])];

cli.command('classify [...inputs]', 'Label the blocks of pages: files, folders, web archives, `-` for standard input (the default)')
  .option('--format <format>', 'json, jsonl, text, html or markdown; text and markdown print the article (default: jsonl)')
  .option('--label <labels>', 'Blocks of these labels alone, such as article,related', { type: [] })
  .option('--explain', 'Add what moved each decision')
  .option('--article', 'Add the text of the article to JSON')
  .option('--jsonl', 'Read a record a line, {"id": …, "html": …} or "text"; write one line each, in order, with labels and offsets')
  .option('--workers <number>', 'Threads that classify, order kept; more than one need the package tinypool', { default: 1 })
  .option('--max-record <size>', 'Refuse larger records, without keeping them', { default: '50MB' })
  .option('--model <file>', 'Model file that `train` wrote (default: shipped)')
  .example('  $ boilerplate-classifier classify page.html --format markdown')
  .example('  $ boilerplate-classifier classify --jsonl < records.jsonl > labels.jsonl')
  .example('  $ boilerplate-classifier classify --jsonl --workers 4 crawl.warc.gz > labels.jsonl')
  .action((inputs: string[], flags: ClassifyFlags) => runCommand(async () => {
    const { classifyCommand } = await import('./classify/classify');
    await classifyCommand(filesOf(inputs, flags), flags);
  }));

cli.command('add [...pages]', 'Add HTML or text files (- for standard input): each becomes a page and a labels file filled by the model')
  .option('--to <folder>', 'Folder to write to (default: corpus/pages where that is, else pages)')
  .option('--model <file>', 'Model that labels', { default: SHIPPED })
  .option('--site <host>', 'Site of the pages (default: what the page says, else one of its own)')
  .option('--kind <kind>', 'Kind of the pages, such as news', { default: 'unknown' })
  .option('--language <code>', 'Language of the pages (default: what the page says)')
  .option('--year <year>', 'Year of the pages', { default: 'unknown' })
  .example('  $ boilerplate-classifier add saved/*.html')
  .action((pages: string[], flags: AddFlags) => runCommand(async () => (await import('./add')).addCommand(filesOf(pages, flags), flags)));

cli.command('check [...dirs]', 'Check labelled pages: a line for each thing to mend, exit code 1 where there is one')
  .option('--model <file>', 'Model whose labels are known', { default: SHIPPED })
  .option('--labels <labels>', 'Further labels that are known, separated by commas', { type: [] })
  .option('--counts', 'Print what pages there are too: by form, kind, language and label')
  .example('  $ boilerplate-classifier check')
  .example('  $ boilerplate-classifier check corpus/pages --counts')
  .action((dirs: string[], flags: CheckFlags) => runCommand(async () => (await import('./check')).checkCommand(dirs, flags)));

cli.command('train [...dirs]', 'Train on labelled pages, starting from a model; or on a corpus with measured figures, from nothing')
  .option('--from <model>', 'Model to start from (default: shipped)')
  .option('--out <file>', 'Model file to write (default: model.json; in a clone of the project without folders: the shipped one)')
  .option('--corpus <folder>', 'Train from nothing but this folder with pages/ and measured/')
  .example('  $ boilerplate-classifier train')
  .example('  $ boilerplate-classifier train pages more-pages --from model.json --out next.json')
  .action((dirs: string[], flags: TrainFlags) => runCommand(async () => (await import('./train')).trainCommand(dirs, flags)));

cli.command('eval [...dirs]', 'Figures of a model on labelled pages; in a clone of the project, without folders and model: the corpus, cross-validated by site')
  .option('--model <file>', 'Model to score (default: shipped)')
  .option('--diff <model>', 'List the blocks that another model labels otherwise; `shipped` is the package\'s own')
  .option('--corpus <folder>', 'Corpus folder with pages/ and measured/', { default: 'corpus' })
  .option('--bench <folder>', 'Folder with gold pages and folds: each fold trains anew')
  .option('--sources', 'With --bench: leave one source out at a time instead of one fold')
  .option('--fold <number>', 'With --bench: this fold alone, 0 to 4')
  .option('--predictions <folder>', 'With --bench: write predictions for its scorers there')
  .option('--report <file>', 'Write one HTML page with plots and every wrong block')
  .option('--curve', 'Learning curve too: macro-F1 against the number of training pages')
  .option('--compare', 'Article text beside that of Readability and Defuddle, with --bench on its WCXB pages')
  .option('--json', 'Print the figures as JSON')
  .option('--gate', 'Exit with 1 where a figure is below its floor in floors.json of the corpus')
  .option('--pin', 'Pin the floors on these figures')
  .option('--reason <why>', 'With --pin: why a floor may fall')
  .example('  $ boilerplate-classifier eval --model model.json --diff shipped')
  .example('  $ boilerplate-classifier eval pages --report report.html')
  .action((dirs: string[], flags: EvalFlags & EvalModelsFlags) => runCommand(async () => {
    const trains = givenFlags(flags, ['bench', 'gate', 'pin', 'curve', 'compare']).join(', ');
    const ofBench = givenFlags(flags, ['sources', 'fold', 'predictions']).join(', ');
    if (ofBench && !flags.bench) throw new InputTypeError('BAD_OPTION', `${ofBench} of \`eval\` says how the pages of a bench folder are scored: name one with \`--bench\``);
    const isClone = existsSync(new URL('./eval.ts', import.meta.url));
    if (dirs.length || flags.model !== undefined || flags.diff !== undefined || (!isClone && !trains)) {
      if (trains) throw new InputTypeError('BAD_OPTION', `${trains} of \`eval\` trains its own models: leave out the folders, \`--model\` and \`--diff\``);
      (await import('./eval-models')).evalModels(dirs, flags);
      return;
    }
    if (!isClone) throw new InputTypeError('BAD_OPTION', `${trains} of \`eval\` runs in a clone of the project alone: \`npm run eval\``);
    const { evalCommand } = await import('./eval');
    await evalCommand(flags);
  }));

cli.command('measure <bench>', 'Measure figures anew from a bench folder: token counts and sampled rows, no text')
  .option('--corpus <folder>', 'Corpus folder whose written pages help', { default: 'corpus' })
  .option('--out <folder>', 'Folder to write', { default: 'corpus/measured' })
  .example('  $ boilerplate-classifier measure ../shared/bench')
  .action((bench: string, flags: MeasureFlags) => runCommand(async () => (await import('./measure')).measureCommand(bench, flags)));

cli.command('label [folder]', 'Label pages in the browser: serves one page on this machine alone until it is stopped')
  .option('--model <file>', 'Model file whose labels are proposed (default: shipped)')
  .option('--labels <labels>', 'Further labels to offer, separated by commas', { type: [] })
  .option('--port <number>', 'Port to serve on (default: 4807, another where that is taken)')
  .option('--no-open', 'Print the address alone, do not open it')
  .example('  $ boilerplate-classifier label')
  .action((folder: string | undefined, flags: LabelFlags) => runCommand(async () => (await import('./label/label')).labelCommand(folder, flags)));

cli.help((sections) => shapeHelp(sections, cli.name, cli.matchedCommand?.description));
cli.version(manifest.version);
cli.command('').action(() => cli.outputHelp());

try {
  parseArguments(cli, process.argv);
  if (cli.matchedCommand?.name === '' && cli.args.length) {
    process.stderr.write(`Unknown command \`${cli.args[0]}\`: see boilerplate-classifier --help\n`);
    process.exitCode = 2;
  } else void cli.runMatchedCommand();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
