import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names under which a page may ask a server on this machine's loopback. */
const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request is refused; undefined where it may pass. It must name this server as its host (else a foreign name was pointed at the
 * loopback address), come from no other origin, and bear the token, which other programs and sites cannot know.
 */
export function refusal(headers: IncomingHttpHeaders, given: string | null, { port, token }: { port: number; token: string }): string | undefined {
  const hosts = LOOPBACK_NAMES.map((name) => `${name}:${port}`);
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) return 'host';
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site';
  if (!sameSecret(given ?? '', token)) return 'token';
  return undefined;
}

/** Compares in a time that says nothing of the secret. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
