import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { InputTypeError } from '../../errors';
import { UNSURE_BELOW } from '../../labels/shape-evidence';
import { pageInput } from '../../training/page-form';
import { sha256 } from '../sha256';
import { refusal } from './check-request';
import { BLOCK_ANCHOR, drawPage } from './draw-page';
import { summarisePages } from './label-folder';
import { labelPage } from './label-page';
import { StaleError, type LabellingSession } from './labelling-session';

const LOOPBACK = '127.0.0.1';
/** A run over all blocks of the largest page takes less. */
const MAX_BODY_BYTES = 8_000_000;

const SAVE = v.strictObject({
  name: v.string(), sha256: v.string(), changes: v.array(v.strictObject({ index: v.pipe(v.number(), v.integer(), v.minValue(0)), label: v.string(), reviewed: v.boolean() })),
});

/** Headers of everything that is sent: nothing is kept, guessed, framed by others or told to them. */
const HEADERS = {
  'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
};
const PAGE_POLICY = (nonce: string) => [
  "default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, "img-src data:", "connect-src 'self'", "frame-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
].join('; ');
const VIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

export interface LabelServer {
  /** Address of the label page, token included. */
  url: string;
  close(): Promise<void>;
}

/** Serves the label page on the loopback address, to whoever knows the token. Port 0 takes any that is free. */
export async function startLabelServer(session: LabellingSession, port: number): Promise<LabelServer> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, type: string, body: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, { ...HEADERS, 'content-security-policy': VIEW_POLICY, 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
    };
    try {
      const { pathname, searchParams } = new URL(`http://${LOOPBACK}${request.url}`);
      const refused = refusal(request.headers, searchParams.get('token'), { port: (server.address() as AddressInfo).port, token });
      if (refused) return reply(403, 'text/plain', `Refused: ${refused}. Open the address that \`label\` printed.\n`);
      const json = (value: unknown) => reply(200, 'application/json', JSON.stringify(value));
      const name = searchParams.get('name') ?? '';
      switch (`${request.method} ${pathname}`) {
        case 'GET /': {
          const nonce = randomBytes(18).toString('base64');
          const { path, labels } = session.folder;
          const boot = { token, labels, unsureBelow: UNSURE_BELOW, store: `labels-${sha256(resolve(path)).slice(0, 16)}`, anchor: BLOCK_ANCHOR };
          return reply(200, 'text/html', labelPage(path, boot, nonce), { 'content-security-policy': PAGE_POLICY(nonce) });
        }
        case 'GET /pages': return json(summarisePages(session.folder));
        case 'GET /page': return json(session.page(name));
        case 'GET /view': return reply(200, 'text/html', drawPage(pageInput(name, session.source(name))));
        case 'POST /save': {
          const save = readSave(await readBody(request));
          session.change(save.name, save.sha256, save.changes);
          return json({});
        }
        default: return reply(404, 'text/plain', 'Not found\n');
      }
    } catch (error) {
      reply(statusOf(error), 'text/plain', (error as Error).message);
    }
  }

  await listen(server, port);
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/?token=${token}`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** Data that never fit are the asker's fault; a folder that cannot be written just now is not. */
function statusOf(error: unknown): number {
  if (error instanceof StaleError) return 409;
  return error instanceof InputTypeError && error.code !== 'BAD_OPTION' ? 400 : 500;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, listening);
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // Read to its end, else the answer would not be heard; but not kept.
    if (bytes <= MAX_BODY_BYTES) parts.push(part);
  }
  if (bytes > MAX_BODY_BYTES) throw new InputTypeError('BAD_LABELS', `Expected changes of at most ${MAX_BODY_BYTES} bytes, got ${bytes}`);
  return Buffer.concat(parts).toString('utf8');
}

function readSave(body: string): v.InferOutput<typeof SAVE> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new InputTypeError('BAD_LABELS', 'Expected changes as JSON');
  }
  const result = v.safeParse(SAVE, value);
  if (!result.success) throw new InputTypeError('BAD_LABELS', `Bad changes at \`${v.getDotPath(result.issues[0]) ?? 'top level'}\`: ${result.issues[0].message}`);
  return result.output;
}
