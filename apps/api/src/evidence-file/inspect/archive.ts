import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileType } from '@duixian/casework';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ContentScan } from './content-scan.js';
import { FileProblem, refuse, shownName } from './file-problem.js';
import { PartScan } from './part-scan.js';

/** What an archive may come to, unpacked, with all that is in it. */
export const UNPACKED_BYTES_MAX = 512 * 1024 * 1024;
/** How many times its own size; what is small anyway may be packed tighter. */
export const UNPACKED_TIMES_MAX = 20;
const SMALL_BYTES = 1024 * 1024;
const ENTRIES_MAX = 10_000;

type ArchiveType = Extract<FileType, 'zip' | 'ofd' | 'xlsx'>;

/** Bytes that may still be unpacked: of an archive in an archive, too. */
export class Allowance {
  constructor(private left: number) {}

  /** @throws FileProblem */
  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) tooMuch();
  }

  get bytes(): number {
    return this.left;
  }
}

export function allowanceOf(bytes: number): Allowance {
  return new Allowance(Math.min(UNPACKED_BYTES_MAX, Math.max(SMALL_BYTES, bytes * UNPACKED_TIMES_MAX)));
}

/**
 * Reads an archive through: first what its directory promises, then what really comes out of it, of which nothing is kept.
 *
 * @param isInner whether it is in an archive itself: of those, only OFD and XLSX are taken, and none within.
 * @throws FileProblem
 */
export async function readArchive(path: string, allowance: Allowance, isInner = false): Promise<ArchiveType> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true }).catch(
    (): never => {
      throw DAMAGED;
    },
  );
  try {
    const entries = await entriesOf(zip, allowance);
    const type = typeOf(entries);
    if (isInner && type === 'zip') {
      refuse(
        '压缩包中不能再有压缩包，请解开后上传。',
        'An archive holds no other archive: unpack it and upload the files.',
      );
    }
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      await readEntry({ zip, entry, type, allowance, inner: `${path}.inner` }).catch((error: unknown) =>
        within(entry, error),
      );
    }
    return type;
  } finally {
    zip.close();
  }
}

/** By its directory. */
async function entriesOf(zip: ZipFile, allowance: Allowance): Promise<Entry[]> {
  const entries: Entry[] = [];
  let promised = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) {
        refuse(
          '此压缩包已加密，请去除密码后重新上传。',
          'The archive is encrypted: pack it without a password and upload it again.',
        );
      }
      promised += entry.uncompressedSize;
      if (entries.push(entry) > ENTRIES_MAX || promised > allowance.bytes) tooMuch();
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : DAMAGED;
  }
  if (entries.length === 0) refuse('此压缩包是空的，请重新选择。', 'The archive is empty: choose another file.');
  return entries;
}

function typeOf(entries: readonly Entry[]): ArchiveType {
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml')) return 'zip';
  if (!names.has('xl/workbook.xml')) {
    refuse(
      'Word、PowerPoint等文件请另存为PDF后上传。',
      'Save documents of Word, PowerPoint and the like as PDF, and upload that.',
    );
  }
  if (names.has('xl/vbaProject.bin')) {
    refuse(
      '此表格含有宏，请另存为不含宏的XLSX后上传。',
      'The sheet holds macros: save it as XLSX without them and upload it again.',
    );
  }
  return 'xlsx';
}

interface Reading {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly type: ArchiveType;
  readonly allowance: Allowance;
  /** Where an archive in the archive is unpacked to be read: it is read by its end. */
  readonly inner: string;
}

async function readEntry({ zip, entry, type, allowance, inner }: Reading): Promise<void> {
  const contentOf = () => zip.openReadStreamPromise(entry);
  if (type !== 'zip') {
    await pipeline(await contentOf(), counted(allowance), new PartScan());
    return;
  }
  const scan = new ContentScan();
  await pipeline(await contentOf(), counted(allowance), scan);
  if (scan.type !== 'zip') return;
  try {
    await pipeline(await contentOf(), createWriteStream(inner, { mode: 0o600 }));
    await readArchive(inner, allowance, true);
  } finally {
    await unlink(inner);
  }
}

function counted(allowance: Allowance): Transform {
  return new Transform({
    transform(piece: Buffer, _, done) {
      try {
        allowance.take(piece.length);
        done(null, piece);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

/** @throws FileProblem that names the entry. */
function within(entry: Entry, error: unknown): never {
  const { field, says } = error instanceof FileProblem ? error : DAMAGED;
  const name = shownName(entry.fileName);
  throw new FileProblem(field, {
    zh: `压缩包中的“${name}”：${says.zh}`,
    en: `‘${name}’ in the archive: ${says.en}`,
  });
}

const DAMAGED = new FileProblem('content', {
  zh: '压缩包已损坏，无法读取，请重新打包后上传。',
  en: 'The archive is damaged and cannot be read: pack it anew and upload it again.',
});

function tooMuch(): never {
  return refuse(
    `压缩包解开后过大（最多为其${UNPACKED_TIMES_MAX}倍、512 MiB、${ENTRIES_MAX}个文件），请分开上传。`,
    `The archive unpacks to too much (at most ${UNPACKED_TIMES_MAX} times its size, 512 MiB and ${ENTRIES_MAX} files): upload its files one by one.`,
  );
}
