/** From this share of control characters on, a text was no text. Text in any encoding stays far below, compressed data far above. */
const MAX_CONTROL_SHARE = 0.01;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;

/** What to say of a decoded text that shows binary data; undefined for one that is text. */
export function binaryData(text: string): string | undefined {
  const controls = text.match(CONTROL)?.length ?? 0;
  return controls > MAX_CONTROL_SHARE * text.length ? `binary data (${controls} of ${text.length} characters are controls)` : undefined;
}
