import { createHash } from 'node:crypto';

/** The content security policy of a page that runs nothing, loads nothing and has this one style sheet. */
export function stylePolicy(style: string): string {
  return `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
}
