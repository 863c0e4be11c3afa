import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { Markup, markup } from '../../../src/cli/report/markup';
import { renderReport } from '../../../src/cli/report/render-report';
import { ATTACKS, attackingReport } from './report-of';

const data = attackingReport();
const html = renderReport(data);
const $ = load(html);
const texts = (selector: string) => $(selector).toArray().map((element) => $(element).text());

describe('the page asks for nothing and runs nothing', () => {
  test('its policy allows its one style sheet alone', () => {
    expect($('style')).toHaveLength(1);
    const hash = createHash('sha256').update($('style').text()).digest('base64');
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect($('style').text()).not.toMatch(/url\(|@import|expression/i);
  });

  test('nothing of an attacking page has become an element or an attribute', () => {
    expect($('script, img, iframe, object, embed, link, base, form, audio, video, image, use, foreignObject')).toHaveLength(0);
    expect($('meta[http-equiv]')).toHaveLength(1);
    for (const element of $('*').toArray()) {
      for (const [name, value] of Object.entries((element as { attribs?: Record<string, string> }).attribs ?? {})) {
        expect([name, /^on|^style$|^src$|^srcset$|^action$/i.test(name)]).toEqual([name, false]);
        if (/href/.test(name)) expect(value).toMatch(/^#\w+$/);
      }
    }
  });

  test('its texts stand as they are', () => {
    const shown = texts('.row > span:first-child');
    for (const attack of ATTACKS) expect(shown).toContain(attack);
    expect(texts('summary b')).toContain('<b onclick=alert(1)>hostile');
    expect($('title').first().text()).toBe('<i>Title</i>');
    expect(texts('p.lead')[0]).toBe('One & only');
  });
});

test('the figures of each reading stand on top, readings without pages are left out', () => {
  expect(texts('.sum')).toHaveLength(2);
  // 16 right of 18 on the calm page, 1 of 9 on the hostile one, 3 of 4 measured ones.
  expect(texts('.sum')[0]).toContain(`${((100 * 20) / 31).toFixed(1)}accuracy`);
  expect(html).not.toContain('nothing</figcaption>');
});

test('plots come before the blocks, each with a name', () => {
  const sections = $('section').toArray().map((section) => $(section).attr('id'));
  expect(sections).toEqual(['confusion', 'labels', 'confidence', 'thresholds', 'curve', 'sites', 'wrong']);
  for (const svg of $('section svg[role="img"]').toArray()) expect($(svg).attr('aria-label')).toMatch(/\w/);
  expect($('#thresholds svg')).toHaveLength(2 * data.labels.length);
  for (const path of $('path').toArray()) expect($(path).attr('d')).not.toMatch(/NaN|Infinity|undefined/);
  for (const id of sections) expect($(`nav a[href="#${id}"]`)).toHaveLength(1);
});

test('the confusion matrix counts every block', () => {
  expect(texts('#confusion figure:first-child svg g title')).toEqual([
    'article taken for article: 19 of 20', 'article taken for navigation: 0 of 20', 'article taken for promo: 1 of 20',
    'navigation taken for article: 1 of 2', 'navigation taken for navigation: 1 of 2', 'navigation taken for promo: 0 of 2',
    'promo taken for article: 8 of 9', 'promo taken for navigation: 1 of 9', 'promo taken for promo: 0 of 9',
  ]);
});

test('sites are listed, most wrong first, after all pages and the measured ones', () => {
  expect(texts('#sites figure:first-child g title')).toEqual([
    'all pages: 11 of 31 blocks wrong', 'measured pages: 1 of 4 blocks wrong', '<b onclick=alert(1)>hostile.example: 8 of 9 blocks wrong', 'calm.example: 2 of 18 blocks wrong',
  ]);
});

test('each wrong block stands among its neighbours, with both labels and the confidence', () => {
  expect(texts('#wrong h3')).toEqual(['HTML: 10 wrong blocks on 2 pages', 'plain text: 2 wrong blocks on 1 page']);
  const calm = $('.page').filter((_, page) => $(page).find('summary b').text() === 'calm').first();
  expect(calm.find('.row').toArray().map((row) => $(row).text())).toEqual([
    'Paragraph 7article 0.90', 'Paragraph 8article 0.90', 'Share thisnavigation → article 0.70', 'Paragraph 1article 0.90', 'Paragraph 2article 0.90',
    'Paragraph 7article 0.90', 'Paragraph 8article 0.90', 'Subscribepromo → navigation 0.55',
  ]);
  expect(calm.find('.between').toArray().map((line) => $(line).text())).toEqual(['… 6 more', '… 4 more']);
  expect(calm.find('.row.wrong').toArray().map((row) => $(row).attr('class'))).toEqual(['row l0 wrong', 'row l1 wrong']);
  expect(calm.attr('class')).toBe('page h1 h2');
  expect(texts('.row')).toContain('A commentnot scored navigation 0.50');
});

test('without a curve there is no section for it', () => {
  expect(renderReport({ ...data, curve: undefined })).not.toContain('id="curve"');
});

test('the same data give the same page', () => {
  expect(renderReport(attackingReport())).toBe(html);
});

test('markup escapes all but markup, and drops what no page may hold', () => {
  expect(markup`<p title="${'"\'<>&'}">${['a', new Markup('<b>'), 1, false, undefined]}</p>`.text).toBe('<p title="&quot;&#39;&lt;&gt;&amp;">a<b>1</p>');
  expect(markup`${'a\0b\x1bc\ud800d\n😀'}`.text).toBe('a\ufffdb\ufffdc\ufffdd\n😀');
});
