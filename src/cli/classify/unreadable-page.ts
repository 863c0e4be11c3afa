import { binaryData } from '../binary-data';
import type { DecodedPage } from './decode-page';

/** What to say of a page that holds nothing to read; undefined for one that is text. */
export function unreadablePage({ text, refused }: DecodedPage): string | undefined {
  if (refused !== undefined) return `a page that declares the character set \`${refused}\`, which browsers refuse to read`;
  return binaryData(text);
}
