import { fold } from '../../src/features/tokens';
import { countCues, CUE_GROUPS, CUE_NAMES } from '../../src/words/cues';
import { tokenize } from '../../src/words/tokenize';
import { readSteps } from './read-steps';

const cuesIn = (text: string) => {
  const counts = countCues(tokenize(text).map(fold), text);
  return Object.fromEntries(CUE_NAMES.flatMap((name, group) => (counts[group] ? [[name, counts[group]]] : [])));
};

test.each<[language: string, text: string, cue: string]>([
  ['English', 'Sign up for our weekly letter', 'sign-up-pitch'],
  ['English', "Don’t miss: three more bridges", 'teaser-heading'],
  ['German', 'Das könnte Sie auch interessieren', 'teaser-heading'],
  ['German', 'Anzeige', 'advert-label'],
  ['French', "S'abonner au journal", 'sign-up-pitch'],
  ['French', 'Sur le même sujet', 'teaser-heading'],
  ['Spanish', 'Te puede interesar', 'teaser-heading'],
  ['Italian', 'Leggi anche', 'teaser-heading'],
  ['Italian', 'Ultim’ora', 'teaser-heading'],
  ['Portuguese', 'Leia também', 'teaser-heading'],
  ['Polish', 'Artykuł sponsorowany', 'advert-label'],
  ['Dutch', 'Lees ook', 'teaser-heading'],
  ['Swedish', 'Mest lästa i dag', 'teaser-heading'],
  ['Finnish', 'Tilaa uutiskirjeemme', 'sign-up-pitch'],
  ['Czech', 'Čtěte také', 'teaser-heading'],
  ['Hungarian', 'Támogatott tartalom', 'advert-label'],
  ['Greek', 'Διαβάστε επίσης', 'teaser-heading'],
  ['Russian', 'На правах рекламы', 'advert-label'],
  ['Turkish', 'İlgili haberler', 'teaser-heading'],
  ['Japanese', 'この記事の関連記事を読む', 'teaser-heading'],
  ['Japanese', '無料で会員登録する', 'sign-up-pitch'],
  ['Chinese', '相关阅读', 'teaser-heading'],
  ['Thai', 'ข่าวที่เกี่ยวข้อง', 'teaser-heading'],
])('%s: `%s` holds a cue of %s', (_, text, cue) => {
  expect(cuesIn(text)).toHaveProperty([cue]);
  expect(readSteps(text).step('', `${cue}-cues`)).toBeGreaterThan(0);
});

test('every cue phrase is found where a page writes it, capitalised or not', () => {
  const missed = CUE_NAMES.flatMap((name) => CUE_GROUPS[name].split('|').map((cue) => cue.trim().replace('*', '')).filter((cue) => {
    const capitalised = cue.replace(/(^| )(\S)/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
    return !cuesIn(`— ${cue}!`)[name] || !cuesIn(capitalised)[name];
  }));
  expect(missed).toEqual([]);
});

test('a cue is a whole word or phrase, a starred one any continuation of its word', () => {
  expect(cuesIn('The badge of the shipyard')).toEqual({});
  expect(cuesIn('More brick walls along the river')).toEqual({});
  expect(cuesIn('Rabattaktion')).toEqual({ offer: 1 });
  expect(cuesIn('constructor __proto__ toString')).toEqual({});
});

describe('heuristics about cues', () => {
  const page = readSteps(`<body><main><p>The keeper walked along the water at dawn.</p><h2>Related stories</h2>
    <ul><li>Two boats collide</li><li>Sponsored: paint</li><li>Third boat sunk</li></ul></main></body>`);

  test.each<[block: string, heuristic: string, step: number]>([
    ['Related', 'teaser-heading-cues', 10], // `related` and `related stories`: log 3 / log 5
    ['Related', 'teaser-heading-cue-share', 15],
    ['Sponsored', 'advert-label-cues', 6], // log 2 / log 5
    ['Sponsored', 'advert-label-cue-share', 11], // √(1 / 2)
    ['Two boats', 'teaser-heading-cues', 0],
    ['Two boats', 'teaser-heading-cue-in-heading-above', 15],
    ['The keeper', 'teaser-heading-cue-in-heading-above', 0],
    ['Two boats', 'advert-label-cues-in-box', 8], // one of the two others of the list
    ['Sponsored', 'advert-label-cues-in-box', 0],
    ['Two boats', 'teaser-heading-cues-in-wide-box', 8], // √(1 / 4) of the page
    ['Two boats', 'teaser-heading-cue-just-before', 15],
    ['Two boats', 'advert-label-cue-just-after', 15],
    ['Third boat', 'advert-label-cue-just-before', 15],
    ['Third boat', 'advert-label-cue-just-after', 0],
  ])('of `%s`: %s is %d', (block, heuristic, step) => {
    expect(page.step(block, heuristic)).toBe(step);
  });
});
