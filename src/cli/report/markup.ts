/** Markup that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | number | false | undefined | readonly Value[];

/** Markup from a template. Whatever is put in is escaped, but for markup and lists of it; `false` and `undefined` leave nothing. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + textOf(values[i - 1]) + part));
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (value === false || value === undefined) return '';
  return typeof value === 'object' ? value.map(textOf).join('') : escapeText(String(value));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or a quoted attribute. Characters that no HTML may hold become U+FFFD. */
function escapeText(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}]/gu, '\ufffd').replace(/[&<>"']/g, (char) => ENTITIES[char]);
}
