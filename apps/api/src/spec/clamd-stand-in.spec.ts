import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const HARMLESS = 'TEST-FILE!$H+H*';
/** The file that every scanner knows, and that does nothing: https://www.eicar.org. In two parts, so that this one is not found. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-${HARMLESS}`;

type Misbehaviour = 'none' | 'cuts' | 'silent' | 'ok-at-once';

/** Speaks INSTREAM as clamd does, and finds one virus: EICAR, anywhere. */
export class ClamdStandIn {
  /** What it does in place of answering. */
  does: Misbehaviour = 'none';
  streamMax = 1024 * 1024;
  /** Contents that came whole. */
  readonly scanned: Buffer[] = [];
  private readonly server: Server;
  private readonly open = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => {
      this.open.add(socket);
      socket.on('error', () => undefined).on('close', () => this.open.delete(socket));
      this.serve(socket);
    });
  }

  /** @param port 0 = one that is free. */
  async listen(port = 0): Promise<number> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    let come = Buffer.alloc(0);
    let command: string | null = null;
    const pieces: Buffer[] = [];
    socket.on('data', (data: Buffer) => {
      come = Buffer.concat([come, data]);
      if (command === null) {
        const end = come.indexOf(0);
        if (end < 0) return;
        command = come.subarray(0, end).toString();
        come = come.subarray(end + 1);
        if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
        if (this.does === 'ok-at-once') socket.write('stream: OK\0');
      }
      while (come.length >= 4) {
        const length = come.readUInt32BE(0);
        if (length === 0) {
          this.answer(socket, Buffer.concat(pieces));
          return;
        }
        if (come.length < 4 + length) return;
        pieces.push(come.subarray(4, 4 + length));
        come = come.subarray(4 + length);
        if (this.does === 'cuts') return void socket.destroy();
        if (sizeOf(pieces) > this.streamMax) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  }

  private answer(socket: Socket, content: Buffer): void {
    if (this.does === 'silent') return;
    this.scanned.push(content);
    socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}

function sizeOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
