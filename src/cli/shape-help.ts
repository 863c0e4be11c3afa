interface HelpSection {
  title?: string;
  body: string;
}

const EXIT_CODES = '  0 fine, 1 findings (a bad record, a thing to mend, a figure below its floor), 2 wrong use, 70 a fault of this program';

/**
 * The help as it is shown: what the command does, its options, examples, exit codes. cac leaves the description of a command to the list
 * of all of them, and calls an option that is switched off by `--no-…` one that is on by default.
 */
export function shapeHelp(sections: readonly HelpSection[], program: string, description?: string): HelpSection[] {
  const [name, usage, ...rest] = sections;
  const shaped = rest.map(({ title, body }): HelpSection => {
    if (title?.startsWith('For more info')) return { body: `\`${program} COMMAND --help\` says more of each.` };
    const lines = body.split('\n').map((line) => (line.trimStart().startsWith('--no-') ? line.replace('(default: true)', '') : line).trimEnd());
    return { title, body: lines.filter(Boolean).join('\n') };
  });
  return [name, ...(description ? [{ body: description }] : []), { ...usage, body: usage.body.trimEnd() }, ...shaped, { title: 'Exit codes', body: EXIT_CODES }];
}
