import { readSteps } from './read-steps';

const line = (text: string) => `<p>${text}</p>`;
const PAGE = readSteps(`<body>
  <div>${line('Before')}</div>
  <div>${line('Sponsored by Dock')}${line('Ropes')}<h3>Anchors</h3>${line('Sails')}</div>
  <div>${line('After')}${line('Again after')}</div>
  <div>${line('Advertisement')}<h3>Paint</h3>${line('Tar')}${line('Twine')}<h3>The weather</h3>${Array.from({ length: 9 }, (_, i) => line(`Day ${i}`)).join('')}</div>
  <ul><li><a href="/rates">Advertisement</a></li><li>Privacy</li></ul>
  <div>${line('Advertising is what this paper lives from, as all papers do.')}${line('Prose')}</div></body>`);

test.each<[block: string, step: number]>([
  ['Before', 0], ['Sponsored by Dock', 15], ['Ropes', 15], ['Anchors', 15], ['Sails', 14], ['After', 0],
  ['Paint', 15], ['Twine', 14], ['The weather', 0], ['Day 0', 0], // in a long container the next heading but the first ends it
  ['Privacy', 0], ['Prose', 0],
])('`%s` under an advert label: %d', (block, step) => {
  expect(PAGE.step(block, 'under-advert-label')).toBe(step);
});
