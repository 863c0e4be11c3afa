import { readSteps } from './read-steps';

const LONG = 'The keeper of the lock has opened the gates by hand every morning since his father fell ill, and he means to go on doing so for as long as anyone needs him there. ';

const PAGE = readSteps(`<html><body>
  <header role="banner"><div class="brand">Canal Post</div></header>
  <nav><ul><li>Home</li><li>Sport</li><li>Water</li></ul></nav>
  <div role="navigation"><button>Open menu</button></div>
  <main><article><section>
    <h1>Bridge opens</h1>
    <p>${LONG}</p>
    <img src="a.png"><img src="b.png"><hr>
    <p>${LONG.replace('The', 'A')}</p>
    <blockquote>Never again</blockquote>
    <p>A <b>bold</b> word, <i>slanted</i>, <code>codes</code>, <small>tiny</small>, <time>noon</time>, <span>spanning</span>.</p>
    <table><tr><td>Cell one</td></tr></table>
    <dl><dt>Term</dt><dd>Meaning</dd></dl>
    <figure><figcaption>Caption text</figcaption></figure>
    <pre>Preformatted</pre>
    <h2>Second</h2><h3>Third</h3><h5>Fifth</h5>
    <div>First line<br>second line</div>
  </section></article></main>
  <aside><form><input><label>Your name</label></form><center>Centred</center></aside>
  <div aria-hidden="true"><p>Unheard</p></div>
  <div hidden><p>Unseen</p></div>
  <div role="dialog"><p>Asking</p></div>
  <a href="/x"><div>Inside link</div></a>
  <footer>Small print</footer>
</body></html>`);

test.each<[block: string, heuristic: string, step: number]>([
  ['The keeper', 'in-paragraph', 15], ['Home', 'in-paragraph', 0],
  ['Home', 'in-list-item', 15],
  ['Bridge opens', 'in-main-heading', 15], ['Second', 'in-main-heading', 0],
  ['Second', 'in-second-heading', 15], ['Third', 'in-third-heading', 15], ['Fifth', 'in-lower-heading', 15],
  ['Cell one', 'in-table-cell', 15],
  ['Canal Post', 'in-division', 15],
  ['Open menu', 'in-button', 15],
  ['Your name', 'in-label', 15],
  ['Term', 'in-definition-list', 15], ['Meaning', 'in-definition-list', 15],
  ['Caption text', 'in-caption', 15],
  ['Never again', 'in-quotation', 15],
  ['Preformatted', 'in-preformatted-text', 15],
  ['Centred', 'in-center', 15],
  ['Home', 'within-navigation', 15], ['Open menu', 'within-navigation', 15], ['Bridge opens', 'within-navigation', 0],
  ['Canal Post', 'within-page-header', 15], ['Home', 'within-page-header', 0],
  ['Small print', 'within-page-footer', 15],
  ['Centred', 'within-aside', 15],
  ['The keeper', 'within-main', 15], ['Small print', 'within-main', 0],
  ['The keeper', 'within-article', 15],
  ['The keeper', 'within-section', 15],
  ['Your name', 'within-form', 15],
  ['Cell one', 'within-table', 15],
  ['Home', 'within-list', 15],
  ['Caption text', 'within-figure', 15],
  ['Asking', 'within-dialog', 15], ['Unheard', 'within-dialog', 0],
  ['Inside link', 'within-link', 15],
  ['Term', 'within-definition-list', 15],
  // 43 characters, of which bold 4, slanted 7, codes 5, tiny 4, noon 4, spanning 8
  ['A bold', 'set-in-bold', 1], ['A bold', 'set-in-italic', 2], ['A bold', 'set-in-code', 2], ['A bold', 'set-in-small', 1], ['A bold', 'set-in-time', 1], ['A bold', 'set-in-span', 3],
  ['The keeper', 'set-in-bold', 0],
  ['Unseen', 'hidden', 15], ['Unheard', 'hidden', 0],
  ['Unheard', 'aria-hidden', 15], ['Unseen', 'aria-hidden', 0],
  ['A keeper', 'image-before', 10], ['The keeper', 'image-before', 0], // log 3 / log 5
  ['A keeper', 'rule-before', 15], ['The keeper', 'rule-before', 0],
  ['Your name', 'form-control-before', 6], // log 2 / log 5
  ['First line', 'line-breaks-inside', 5], // log 2 / log 9
  ['Home', 'like-siblings', 4], ['Bridge opens', 'like-siblings', 0], // two others: log 3 / log 41
  ['Home', 'blocks-in-like-place', 4], // log 3 / log 61
  ['Sport', 'steps-to-previous-block', 2], ['Sport', 'steps-to-next-block', 2], // 1 of 8
  ['Home', 'steps-to-previous-block', 6], // li, ul, nav: 3 of 8
  ['The keeper', 'paragraph-count-of-element', 3], // log 2 / log 21
  ['The keeper', 'paragraph-count-of-parent', 5], // log 3 / log 21
  ['Home', 'paragraph-count-of-parent', 0],
  ['Home', 'block-count-of-parent', 4], // two others: log 3 / log 101
  ['Home', 'link-density-of-parent', 0], ['Inside link', 'link-density-of-parent', 15],
  ['Home', 'mean-block-length-of-parent', 4], // 14 characters in 3 blocks: log 5.67 / log 401
  ['Second', 'image-count-of-grandparent', 5], // log 3 / log 21
  ['Home', 'text-share-of-great-grandparent', 15],
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(PAGE.step(block, heuristic)).toBe(step);
});
