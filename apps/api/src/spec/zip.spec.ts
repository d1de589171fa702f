import { crc32, deflateRawSync } from 'node:zlib';

/** What an archive holds, and what its directory says of it where that is not the truth. */
export interface Packed {
  readonly name: string;
  readonly content: Buffer | string;
  /** Uncompressed bytes as the directory has them. */
  readonly promises?: number;
  readonly encrypted?: boolean;
}

/** A ZIP as other programs write it (APPNOTE 4.3). */
export function zipOf(...packed: readonly Packed[]): Buffer {
  const [entries, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, promises, encrypted = false } of packed) {
    const plain = Buffer.from(content);
    const deflated = deflateRawSync(plain, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(deflated.length, 14);
    common.writeUInt32LE(promises ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), deflated]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, Buffer.from(name)]));
    entries.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(packed.length, 4);
  end.writeUInt16LE(packed.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, index, Buffer.from('504b0506', 'hex'), end]);
}
