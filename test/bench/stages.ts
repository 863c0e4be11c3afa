/** What the bench times apart, bundled and minified as `dist` is. */
export { readPage } from '../../src/blocks/read-page';
export { hasMarkup } from '../../src/blocks/given-blocks';
export { extractFeatures } from '../../src/features/extract-features';
export { labelBlocks } from '../../src/labels/label-blocks';
export { scoreFeatures } from '../../src/labels/score-features';
export { defaultModel } from '../../src/model/default-model';
export { DEFAULT_LIMITS } from '../../src/options';
