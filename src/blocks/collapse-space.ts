/** White space that is more than the one space that becomes of it. */
const LOOSE_SPACE = /\s\s|[^\S ]/;
// Bounded, because the engine keeps a step on its stack for each character of a run; longer runs take another round.
const SPACES = /\s{1,1000}/g;

/** The text without white space at its ends, each run inside as one space. Most texts are so already, and are only looked through. */
export function collapseSpace(text: string): string {
  let collapsed = text.trim();
  while (LOOSE_SPACE.test(collapsed)) collapsed = collapsed.replace(SPACES, ' ');
  return collapsed;
}
