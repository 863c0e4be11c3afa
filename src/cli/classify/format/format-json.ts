import { articleText } from '../../../article-text';
import type { ClassifiedBlock } from '../../../types';
import type { Settings } from '../task';
import type { ClassifiedPage } from './format-page';

/** The page as an object: `chars` has the characters of visible text under each label, `blocks` those with a wanted label. */
export function formatJson({ id, url, charset, blocks }: ClassifiedPage, labels: readonly string[], { compact, labels: wanted, article }: Settings): object {
  const chars = Object.fromEntries(labels.map((label) => [label, 0]));
  for (const { label, text, hidden } of blocks) if (!hidden) chars[label] += text.length;
  const shown = wanted ? blocks.filter(({ label }) => wanted.includes(label)) : blocks;
  return { id, url, charset, chars, article: article ? articleText(blocks) : undefined, blocks: compact ? shown.map(compactBlock) : shown };
}

function compactBlock({ index, label, confidence, start, end, hidden, truncated, evidence }: ClassifiedBlock<string>): object {
  return { index, label, confidence: Math.round(confidence * 1e4) / 1e4, start, end, hidden, truncated, evidence };
}
