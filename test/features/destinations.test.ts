import { readSteps } from './read-steps';

const item = (href: string, text: string) => `<li><a href="${href}">${text}</a></li>`;
const PAGE = readSteps(`<head><link rel="canonical" href="https://canal.example/news/old-bridge"></head><body>
  <ul><li>Our games</li>${item('/games/chess', 'Chess')}${item('/en/games/go', 'Go')}${item('/games/draughts', 'Draughts')}${item('/help', 'Rules')}<li>All day</li></ul>
  <ul>${item('https://jobs.canal.example/a', 'Pilot')}${item('https://jobs.canal.example/b', 'Cook')}${item('https://www.canal.example/games/x', 'Other')}</ul>
  <ul>${item('/news/ferry', 'Ferry')}${item('https://canal.example/news/rowers', 'Rowers')}${item('mailto:a@b.example', 'Write')}</ul>
  <ul><li>None</li><li>of</li><li>these</li></ul></body>`);

test.each<[block: string, heuristic: string, step: number]>([
  // 2 of the 3 other links of the list
  ['Chess', 'links-of-box-lead-one-way', 10], ['Go', 'links-of-box-lead-one-way', 10], ['Our games', 'links-of-box-lead-one-way', 10], ['Rules', 'links-of-box-lead-one-way', 0],
  ['All day', 'links-of-box-lead-one-way', 0], // the last link of the box is the nearest
  ['Pilot', 'links-of-box-lead-one-way', 8], ['Other', 'links-of-box-lead-one-way', 0],
  ['Ferry', 'links-of-box-lead-one-way', 15], ['None', 'links-of-box-lead-one-way', 0],
  ['Ferry', 'links-of-box-lead-to-own-directory', 15], ['Chess', 'links-of-box-lead-to-own-directory', 0],
  ['Chess', 'links-of-wide-box-lead-one-way', 6], // 3 of the 8 others on the page
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(PAGE.step(block, heuristic)).toBe(step);
});
