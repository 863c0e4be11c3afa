import { isHtml } from '../../src/blocks/is-html';
import { splitPage } from '../../src/blocks/split-page';
import { extractFeatures, FAMILY_NAMES, HEURISTIC_NAMES } from '../../src/features/extract-features';
import { DEFAULT_LIMITS } from '../../src/options';
import { TokenNames } from '../../src/training/token-names';

/** A page's features, looked up by name. Blocks are named by the beginning of their text. */
export interface ReadSteps {
  /** The step, 0 to 15, of a heuristic for a block. */
  step(block: string, heuristic: string): number;
  tokens(block: string, family: string): readonly string[];
}

export function readSteps(source: string): ReadSteps {
  const html = isHtml(source);
  const page = splitPage(html ? 'html' : 'text', source, DEFAULT_LIMITS);
  const features = extractFeatures(page, html ? 'markup' : 'text');
  const tokenNames = new TokenNames();
  const tokensOf = features.tokensIn(tokenNames);
  const names = HEURISTIC_NAMES[features.reading];
  const find = (list: readonly { text: string }[] | readonly string[], wanted: string) => {
    const index = list.findIndex((entry) => (typeof entry === 'string' ? entry === wanted : entry.text.startsWith(wanted)));
    if (index < 0) throw new Error(`No \`${wanted}\` on the page`);
    return index;
  };
  return {
    step: (block, heuristic) => features.stepsOf(0, features.blocks)[find(page.blocks, block) * names.length + find(names, heuristic)],
    tokens: (block, family) => tokensOf(find(FAMILY_NAMES[features.reading], family), find(page.blocks, block)).map((token) => tokenNames.names[token]),
  };
}
