import { BLOCK_ANCHOR, drawPage } from '../../../src/cli/label/draw-page';
import { splitBlocks } from '../../../src/split-blocks';
import { attackPage as otherAttackPage } from '../../browser/attack-page';
import { attackPage } from './attack-page';

const TARGET = 'http://away.example';
const TAG = /<\/?([a-z][^\s>/]*)([^>]*)>/gi;
const HARMLESS = /^(?:class|style|dir|lang|id|alt|type|charset|colspan|rowspan|align|hidden|open)$/;

test.each([['this', attackPage(TARGET)], ['another', otherAttackPage(TARGET)]])('of %s page that attacks nothing is left that runs, loads or leads away', (_, source) => {
  const drawn = drawPage({ html: source });
  expect(drawn).not.toMatch(/<(?:script|iframe|object|embed|video|svg|math|link|meta http|base|form|template|noscript|plaintext|xmp|input|textarea)\b/i);
  for (const [, tag, rest] of drawn.matchAll(TAG)) {
    const names = [...rest.matchAll(/\s([^\s=]+)="[^"]*"/g)].map(([, name]) => name);
    expect([tag, names.filter((name) => !HARMLESS.test(name))]).toEqual([tag, []]);
  }
  // Styles may name addresses, but nothing there fetches them.
  const styles = [...drawn.matchAll(/<style>([^<]*)<\/style>| style="([^"]*)"/g)].map(([, sheet, style]) => sheet ?? style).join('\n');
  expect(styles).toContain(TARGET);
  expect(styles).not.toMatch(/url\(|@import|image-set\(|src\(|\\/i);
});

test('its text is all there', () => {
  const drawn = drawPage({ html: attackPage(TARGET) });
  expect(drawn).toContain('The last paragraph of the page');
  expect(drawn).toContain('&lt;script&gt;stolen()&lt;/script&gt; is closed');
});

test('each visible block bears its anchor, once', () => {
  const source = '<ul><li>One</li><li><b>Two</b> and more</li></ul><p>Three <span style="display:none">hidden</span> four</p>text<br><br>after';
  const drawn = drawPage({ html: source });
  for (const { index, text } of splitBlocks(source)) {
    const [, ...after] = drawn.split(`id="${BLOCK_ANCHOR}${index}">`);
    expect(after).toHaveLength(1);
    expect(text.startsWith(after[0].slice(0, after[0].indexOf('<')).trim())).toBe(true);
  }
});

test('what is visible to the classifier is drawn, also where a browser without scripts would hide it', () => {
  expect(drawPage({ html: '<div hidden id="S:0" style="color:red;display:none"><p>One</p><p hidden>Two</p></div>' })).toContain('<div style="color:red"><p><span class="boilerplate-block" id="boilerplate-block-0">One</span></p><p hidden="">');
  expect(drawPage({ html: '<p>One</p><template shadowrootmode="open"><p>Two</p></template><template><p>Three</p></template>' })).toMatch(/>Two</);
  expect(drawPage({ html: '<p>One</p><template><p>Three</p></template>' })).not.toContain('Three');
});

test('plain text stands as it was, escaped', () => {
  const drawn = drawPage({ text: 'Home & away\n\nIf a < b and c > d\n' });
  expect(drawn).toContain(`<span class="boilerplate-block" id="${BLOCK_ANCHOR}0">Home &amp; away</span>\n\n<span class="boilerplate-block" id="${BLOCK_ANCHOR}1">If a &lt; b and c &gt; d</span>`);
});

test('a page of fifty thousand nested elements is drawn without overflowing the stack', () => {
  expect(drawPage({ html: `${'<div>'.repeat(50_000)}deep down` })).toContain('deep down');
});
