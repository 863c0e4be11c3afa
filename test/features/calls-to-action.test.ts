import { readSteps } from './read-steps';

const PAGE = readSteps(`<head><title>Canal</title></head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/club">Club</a></li></ul></nav>
  <div>
    <p>The keeper opened the lock at six. Boats had waited since midnight.</p>
    <div class="box"><h3>Row with us</h3><p>Bring your friends and come to the quay on any Sunday.</p><div><a class="wp-block-button__link" href="/club">Come along</a></div></div>
    <div class="story"><h3><a href="/a">Ferry sinks off the mole</a></h3><p>Nobody was hurt when the ferry went down on Monday.</p><p>12 March 2024</p></div>
    <div class="pair"><p>Old bridge</p><p><a href="/x">One</a> <a href="/y">Two</a></p></div>
    <div class="many"><p>It rained.</p><p>It rained.</p><p>It rained.</p><p>It rained.</p><p>It rained.</p><p>You know that it rained all day.</p><div><button>Press me</button></div></div>
    <div class="nested"><div><h4>Join the crew</h4><p>Ann and Bob will show you how to steer it.</p></div><p><a href="/z">Sign on now</a></p></div>
  </div></body>`);

test.each<[block: string, heuristic: string, step: number]>([
  // All six signs: button, heading, sentence, second person, one target, neither date nor author
  ['Row with us', 'call-to-action-shape', 15], ['Bring your', 'call-to-action-shape', 15], ['Come along', 'call-to-action-shape', 15],
  ['Ferry sinks', 'call-to-action-shape', 0], ['Old bridge', 'call-to-action-shape', 0],
  ['The keeper', 'call-to-action-shape', 0],
  ['You know', 'call-to-action-shape', 0], // seven blocks are no small box
  ['Join the crew', 'call-to-action-shape', 15], // the box around the box that ends in a sentence
  ['Row with us', 'small-box-ends-in-button', 15], ['Ferry sinks', 'small-box-ends-in-button', 0],
  ['Row with us', 'small-box-has-one-target', 15], ['Old bridge', 'small-box-has-one-target', 15],
  ['Row with us', 'small-box-sentences', 5], ['Old bridge', 'small-box-sentences', 0],
  ['Row with us', 'small-box-addresses-reader', 15], ['Ferry sinks', 'small-box-addresses-reader', 0],
  ['Row with us', 'small-box-target-in-menu', 15], ['Join the crew', 'small-box-target-in-menu', 0],
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(PAGE.step(block, heuristic)).toBe(step);
});
