import { elementRanges } from '../../src/features/boxes';
import { findCards } from '../../src/features/cards';
import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { readSteps } from './read-steps';

const ranges = (html: string) => {
  const page = readPage({ html }, DEFAULT_LIMITS);
  return findCards(page, elementRanges(page)).map((card) => card && [card.from, card.to, card.list.cards.length]);
};
const two = (classes: string) => `<li class="${classes}"><h3>Title</h3><p>Text</p></li>`;

test('cards: three or more like elements beside each other, of two blocks at least', () => {
  expect(ranges(`<ul>${two('card odd')}${two('card even')}${two('card odd')}</ul>`)).toEqual([[0, 2, 3], [0, 2, 3], [2, 4, 3], [2, 4, 3], [4, 6, 3], [4, 6, 3]]);
  expect(ranges(`<ul>${two('post-1 x')}${two('post-22 x')}${two('post-3 x')}</ul>`)).toHaveLength(6);
  expect(ranges(`<ul>${two('card')}${two('card')}</ul>`)).toEqual([undefined, undefined, undefined, undefined]);
  expect(ranges(`<ul>${two('card')}${two('other')}${two('third')}</ul>`)).toEqual(new Array(6).fill(undefined));
  expect(ranges(`<ul>${'<li><p>One</p></li>'.repeat(4)}</ul>`)).toEqual(new Array(4).fill(undefined));
});

test('a single block between cards belongs to none, one in a part of a card to the card', () => {
  expect(ranges(`<div><p>Head</p>${'<div><div><p>A</p></div><p>B</p></div>'.repeat(3)}</div>`)).toEqual([undefined, [1, 3, 3], [1, 3, 3], [3, 5, 3], [3, 5, 3], [5, 7, 3], [5, 7, 3]]);
});

test('the innermost card counts', () => {
  const row = `<tr><td>Name</td><td>Value</td></tr>`;
  expect(ranges(`<div>${`<section><table>${row.repeat(3)}</table></section>`.repeat(3)}</div>`)[0]).toEqual([0, 2, 3]);
});

const LONG = 'The keeper of the lock has opened the gates by hand every morning since his father fell ill, and he means to go on doing so. '.repeat(3);
const card = (title: string, more: string) => `<article><img src="a.png"><h3><a href="/x">${title} sinks off the mole</a></h3>${more}</article>`;
const PAGE = readSteps(`<body><h1>Bridge opens again</h1><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p><div>
  ${card('Ferry', '<p>12 March 2024</p><p>Nobody was hurt when it went down on Monday morning.</p><p>$5</p>')}
  ${card('Barge', '<p>13 March 2024</p><p>14</p><p><a href="/y">Share</a></p>')}
  ${card('Raft', '<p>Plain</p>')}
  ${card('Canoe', '<p>Plainer</p>')}</div></body>`);

test.each<[block: string, heuristic: string, step: number]>([
  ['Ferry', 'slot-in-card', 0], ['12 March', 'slot-in-card', 5], ['$5', 'slot-in-card', 15], ['The keeper', 'slot-in-card', 0],
  ['Ferry', 'slots-of-card', 9], // ln 5 / ln 13
  ['Ferry', 'cards-of-list', 7], // ln 5 / ln 41
  ['12 March', 'card-holds-headline-link', 15], ['Ferry', 'card-holds-headline-link', 0],
  ['Ferry', 'card-holds-date', 15], ['12 March', 'card-holds-date', 0], ['Raft', 'card-holds-date', 0],
  ['Barge', 'card-holds-count', 15], ['Ferry', 'card-holds-count', 0],
  ['12 March', 'card-holds-image', 15], ['Ferry', 'card-holds-image', 0],
  ['Raft', 'cards-with-headline-link', 15], ['Raft', 'cards-with-date', 8], ['Raft', 'cards-with-short-link', 4], ['Raft', 'cards-with-image', 15], ['The keeper', 'cards-with-image', 0],
  ['Raft', 'card-list-after-body', 15], ['The keeper', 'card-list-after-body', 0],
  ['Raft', 'body-in-card-list', 0],
  ['Raft', 'card-list-text-share', 2], // 242 of 1,170 characters
  ['Raft', 'cards-of-one-size', 8], // 2 of 4 have four blocks
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(PAGE.step(block, heuristic)).toBe(step);
});
