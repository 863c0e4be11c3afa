import type { Model } from '../../src/model/model';
import { labelledPage, labelledText, type LabelsFile } from '../../src/training/corpus-page';
import { measure, trainModel, type Measured } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage } from '../../src/training/training-page';
import type { Grammar } from '../../src/words/sentence-shape';
import type { LabelledPage } from '../../src/training/labelled-page';

export const LABELS = ['comment', 'legal'] as const;
export const DIGEST = 'ab'.repeat(32);

const NAMES = ['Ann', 'Bo', 'Cem', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana'];
const VERBS = ['loved', 'doubted', 'shared', 'misread', 'enjoyed', 'printed'];

/** A small page whose blocks are readers' comments and legal lines. */
function writtenPage(number: number): { source: string; file: LabelsFile } {
  const comments = Array.from({ length: 3 + (number % 3) }, (_, i) => `${NAMES[(number + i) % 8]} says: I ${VERBS[(number * 2 + i) % 6]} this tale about boat ${number + i}!`);
  const legal = ['Terms of use', 'Privacy and cookies', `© ${2000 + number} All rights reserved`];
  return {
    source: `<body><main>${comments.map((text) => `<div class="reply"><p>${text}</p></div>`).join('')}</main><footer><ul>${legal.map((text) => `<li><a href="/legal">${text}</a></li>`).join('')}</ul></footer></body>`,
    file: {
      page: `page-${number}.html`, site: `site-${number}.example`, kind: 'forum', language: 'en', year: '2024', sha256: '0'.repeat(64),
      lines: [...comments.map((text): [string, string] => ['comment', text]), ...legal.map((text): [string, string] => ['legal', text])],
    },
  };
}

/** Written pages as they are and as plain text, spread over the folds by turns. */
export function syntheticPages(count: number): { markup: LabelledPage[]; text: LabelledPage[] } {
  const written = Array.from({ length: count }, (_, number) => writtenPage(number));
  return {
    markup: written.map(({ source, file }, i) => ({ ...labelledPage(source, file, LABELS), fold: i % 5 })),
    text: written.map(({ file }, i) => ({ ...labelledText(file, LABELS), fold: i % 5 })),
  };
}

export function trainSynthetic(pages = syntheticPages(12), measured?: Measured, grammar?: Grammar): Model<(typeof LABELS)[number]> {
  const indexes = newTokenIndexes();
  return trainModel({
    labels: LABELS, indexes, measured, grammar, corpusDigest: DIGEST,
    markup: pages.markup.map((page) => toTrainingPage(page, 'markup', LABELS, indexes)),
    text: pages.text.map((page) => toTrainingPage(page, 'text', LABELS, indexes)),
  }) as Model<(typeof LABELS)[number]>;
}

export function measureSynthetic(count: number): Measured {
  const { markup, text } = syntheticPages(count);
  return measure(markup, text, LABELS);
}
