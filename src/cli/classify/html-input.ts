import { isAddress } from '../../blocks/read-page';

/** HTML as `classifyBlocks` takes it, with the address that it came from where that is one: records call other names `url` too. */
export function htmlInput(html: string, url: string | undefined): { html: string; url?: string } {
  return isAddress(url) ? { html, url } : { html };
}
