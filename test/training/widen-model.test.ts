import { classifyBlocks } from '../../src/classify-blocks';
import { readModel } from '../../src/model/read-model';
import { writeModel } from '../../src/model/write-model';
import { widenModel } from '../../src/training/widen-model';
import { trainSynthetic } from './synthetic-pages';

const PAGE = '<main><div class="reply"><p>Zoe says: I disliked this tale about boat 90!</p></div></main><footer><ul><li><a href="/legal">Terms and cookies</a></li></ul></footer>';

test('a widened model is read, knows the new labels, and never gives them', () => {
  const model = trainSynthetic();
  const wide = readModel(writeModel(widenModel(model, ['spam', 'poll'])));
  expect(wide.labels).toEqual(['comment', 'legal', 'spam', 'poll']);
  for (const page of [PAGE, 'Zoe says: I disliked this tale!\nTerms of use']) {
    const before = classifyBlocks(page, { model });
    const after = classifyBlocks(page, { model: wide });
    after.forEach(({ label, scores }, i) => {
      expect(label).toBe(before[i].label);
      // What the old labels say to each other stays, but for what packing rounds; the new ones take the same share of each other.
      expect(Math.log(scores.comment / scores.legal)).toBeCloseTo(Math.log(before[i].scores.comment / before[i].scores.legal), -0.5);
      expect(scores.spam).toBeCloseTo(scores.poll, 9);
      expect(scores.spam).toBeLessThan(Math.max(scores.comment, scores.legal));
    });
  }
});

test('without further labels everything stays', () => {
  const model = trainSynthetic();
  expect(writeModel(widenModel(model, []))).toBe(writeModel(model));
});
