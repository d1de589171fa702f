import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { ScanOutcome } from '@duixian/casework';
import type { ScannerAddress } from '../../config/virus-scanner.js';
import { shownName } from '../inspect/file-problem.js';

/** Longest wait while nothing moves: clamd looks into an archive for as long as its own limits allow, two minutes at most. */
const SILENCE_MS = 180_000;
/** Of one piece, before which its length stands in four bytes. */
const PIECE_BYTES_MAX = 256 * 1024;
const ANSWER_BYTES_MAX = 4_096;

/** What the scanner found. */
export interface ScanResult {
  readonly outcome: ScanOutcome;
  /** The name that it has for it; null where it found nothing. */
  readonly finding: string | null;
}

/** Why a content was not scanned: nobody listens; it takes none of this size; it broke off or answered something else. */
export class ScanFailure extends Error {
  constructor(
    readonly why: 'away' | 'too-large' | 'broken' | 'other-content',
    message: string,
  ) {
    super(message);
    this.name = 'ScanFailure';
  }
}

/** Speaks to clamd, the daemon of ClamAV: https://docs.clamav.net/manual/Usage/ClamdProtocol.html, INSTREAM. */
export class Clamd {
  readonly describes: string;

  constructor(
    private readonly address: ScannerAddress,
    private readonly silenceMs = SILENCE_MS,
  ) {
    this.describes = 'path' in address ? address.path : `${address.host}:${address.port}`;
  }

  /**
   * Has a content scanned, which is read only once somebody listens. A content is clean only if all of it was sent, and if it was
   * the one of this hash.
   *
   * @param sha256 lower-case hex.
   * @throws ScanFailure
   */
  async scan(sha256: string, open: () => Promise<Readable>): Promise<ScanResult> {
    const socket = await this.connected();
    let hasAnswered = false;
    const answer = answerOf(socket, this.silenceMs).finally(() => {
      hasAnswered = true;
    });
    // It is looked at below; what fails meanwhile is not unheard.
    answer.catch(() => undefined);
    try {
      const sent = await send(socket, await open(), () => !hasAnswered);
      const says = await answer;
      const result = resultOf(says);
      if (result.outcome === 'infected') return result;
      if (sent === null) throw new ScanFailure('broken', `clamd said ‘${says}’ before it had all of the content.`);
      if (sent !== sha256) throw new ScanFailure('other-content', `The store holds another content under ${sha256}.`);
      return result;
    } finally {
      socket.destroy();
    }
  }

  private async connected(): Promise<Socket> {
    const socket = createConnection(this.address);
    socket.setTimeout(this.silenceMs, () => socket.destroy(new Error('nobody answered in time')));
    try {
      await once(socket, 'connect');
    } catch (error) {
      throw new ScanFailure('away', `${this.describes}: ${String(error)}`);
    }
    return socket;
  }
}

/** All that it says, up to the zero with which it ends. */
function answerOf(socket: Socket, silenceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const end = (why: string): void => reject(new ScanFailure('broken', why));
    socket.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      const [answer, rest] = said.split('\0', 2);
      if (rest !== undefined) resolve((answer ?? '').trim());
      else if (said.length > ANSWER_BYTES_MAX) end('clamd says too much.');
    });
    socket.once('error', (error) => end(`The connection to clamd broke: ${error.message}`));
    socket.once('close', () =>
      end(`clamd closed the connection without an answer, or was silent for ${silenceMs} ms.`),
    );
  });
}

/** @returns the SHA-256 of what was sent, in hex; null where the other end answered, or went away, before it had all of it. */
async function send(socket: Socket, content: Readable, listens: () => boolean): Promise<string | null> {
  const hash = createHash('sha256');
  socket.write('zINSTREAM\0');
  for await (const read of content) {
    if (!Buffer.isBuffer(read)) throw new TypeError('A content is read in bytes.');
    hash.update(read);
    for (let at = 0; at < read.length; at += PIECE_BYTES_MAX) {
      const piece = read.subarray(at, at + PIECE_BYTES_MAX);
      if (!listens() || !(await write(socket, piece))) return null;
    }
  }
  return listens() && (await write(socket, Buffer.alloc(0))) ? hash.digest('hex') : null;
}

/** @returns false once the other end does not listen any more. */
async function write(socket: Socket, piece: Buffer): Promise<boolean> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return new Promise((resolve) => {
    if (socket.destroyed || !socket.writable) resolve(false);
    else socket.write(Buffer.concat([length, piece]), (error) => resolve(error == null));
  });
}

/** @throws ScanFailure */
function resultOf(says: string): ScanResult {
  const [, finding] = /^stream: (.+) FOUND$/u.exec(says) ?? [];
  if (finding !== undefined) return { outcome: 'infected', finding: shownName(finding) };
  if (says === 'stream: OK') return { outcome: 'clean', finding: null };
  throw new ScanFailure(says.includes('size limit exceeded') ? 'too-large' : 'broken', `clamd says: ${says}`);
}
