import { isHtml } from '../../src/blocks/is-html';

describe('isHtml', () => {
  test.each([
    ['a doctype', '<!doctype html>'],
    ['a doctype in capitals with more in it', 'x <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">'],
    ['a comment', 'Some words <!-- and a comment -->'],
    ['an unfinished comment', 'Some words <!--'],
    ['a start tag', 'Hello <b>you</b>'],
    ['a start tag in capitals', '<P>Hello'],
    ['a start tag with attributes', '<a href="/x">Hello</a>'],
    ['a start tag with an attribute without value', '<td nowrap>Hello'],
    ['a start tag whose attribute frameworks write', '<p @click="go">Hello'],
    ['a start tag over two lines', '<div\nclass="x">Hello'],
    ['an empty-element tag', 'one<br/>two'],
    ['an end tag alone', 'the end of a cell</td>'],
    ['a heading', '<h1>Hello'],
    ['a known tag after unknown ones', '<foo> <bar> <section>'],
    ['a map that ends', '<map name=a></map>one'],
    ['a list to select from that ends', 'one <select><option>no</select> two'],
    ['the end of a script alone', 'var a = 1;</script>'],
    ['an empty element without text', 'Your name: <input name="n">'],
    ['a title that never ends before a heading', '<title>One <h1>Two'],
  ])('%s is HTML', (_, input) => expect(isHtml(input)).toBe(true));

  test.each([
    ['nothing', ''],
    ['plain words', 'Nothing but words & signs > 3'],
    ['a mail header', 'From: Mira Holt <mira.holt@post.example>\nTo: <b.list@post.example>'],
    ['an address on the web in brackets', 'See <https://pages.example/a/p> for more'],
    ['maths', 'It holds that a < b and b > c, so a<c.'],
    ['a chain of comparisons', 'for (i = 0; i < p; i++) if (x<10 && y>3) stop();'],
    ['a comparison without spaces', 'if (a<b && c>d) return;'],
    ['values without spaces', 'Values of p<a and q>b were found; i<s || x>0'],
    ['a generic type', 'const m: Map<string, List<number>> = new Map<string, List<number>>();'],
    ['C++', '#include <vector>\nstd::vector<int> v; std::cout << v;'],
    ['an arrow and a heart', 'left <- right, <3'],
    ['an unknown element', '<foo-bar>text</foo-bar>'],
    ['a known name followed by more letters', '<parsec> <divide> <tables>'],
    ['a known name after a space', '< p > is how a paragraph starts'],
    ['an unfinished tag at the very end', 'Hello <b'],
    // As HTML, each of these names would swallow what follows.
    ['C++ with a map', '#include <map>\n#include <string>\nint main() { return 0; }'],
    ['a generic type of objects', 'The method returns a List<Object> that holds the values.\nIt may be empty.'],
    ['the manual of a command', 'usage: git cat-file <type> <object>\nPrints an object.'],
    ['prose about an element', 'Every page needs a <title> in its head.\nWrite it short.'],
    ['a generic type of queries', 'Query<Select> q;\nThen rows are read.'],
  ])('%s is plain text', (_, input) => expect(isHtml(input)).toBe(false));
});
