import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileContent, FileType } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { KeyedQueue } from '../../command/keyed-queue.js';
import { POOL } from '../../database/database.module.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { FileProblem } from '../inspect/file-problem.js';
import { inspectFile } from '../inspect/inspect-file.js';
import { noSuchUpload, uploadError, wrongOffset } from './upload-error.js';
import { UploadFolder } from './upload-folder.js';
import type { AnnouncedFile } from './upload-request.js';

/** Longest part. It has to come within the time that a request has. */
export const PART_BYTES_MAX = 8 * 1024 * 1024;
/** Parts of one upload: each is a file until all are there. */
const PARTS_MAX = 2_000;
/** Uploads that one person has under way. */
const PER_USER_MAX = 20;
/** What stays free on the disk. */
const FREE_BYTES_MIN = 256 * 1024 * 1024;
const LIFETIME = '24 hours';

/** What is whole and was looked at, and where it lies until it is attached. */
export interface FinishedUpload {
  readonly content: Omit<FileContent, 'invoices'>;
  readonly path: string;
}

/** An upload as its sender sees it. */
export interface Upload {
  readonly id: string;
  readonly claim: string;
  readonly name: string;
  readonly size: number;
  /** Bytes that have come; the next part begins here. */
  readonly received: number;
  /** What was found when it was finished; null before. */
  readonly sha256: string | null;
  readonly type: FileType | null;
  /** ISO 8601. */
  readonly expiresAt: string;
}

interface Row extends Upload {
  readonly parts: readonly string[];
  readonly expected: string | null;
}

const COLUMNS = `id, claim, name, bytes::float8 as size, received::float8 as received, sha256, file_type as type, expires_at as "expiresAt",
  parts, expected_sha256 as expected`;

/** Files on their way: announced, received in parts that resume, read through, and waiting to be attached. */
@Injectable()
export class Uploads {
  /** Nobody has two files unpacked at a time. */
  private readonly queue = new KeyedQueue();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly folder: UploadFolder,
  ) {}

  /** @throws GraphQLError `TOO_MANY_UPLOADS`, `NO_ROOM` */
  async begin({ tenant, id: user }: CurrentUser, file: AnnouncedFile): Promise<Upload> {
    // Its parts, and the whole that they are put together to.
    if ((await this.folder.room()) < 2 * file.bytes + FREE_BYTES_MIN) throw noRoom();
    const { rows } = await this.pool.query<Row>(
      `insert into identity.upload (tenant, id, user_id, claim, name, bytes, expected_sha256, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, now() + interval '${LIFETIME}'
        where (select count(*) from identity.upload
                where tenant = $1 and user_id = $3 and expires_at > now()) < ${PER_USER_MAX}
       returning ${COLUMNS}`,
      [tenant, randomUUID(), user, file.claim, file.name, file.bytes, file.sha256],
    );
    const [begun] = rows;
    if (begun === undefined) throw tooMany();
    return begun;
  }

  /** @throws GraphQLError `NOT_FOUND`, also where it is somebody else's. */
  async find(user: CurrentUser, id: string | null): Promise<Upload> {
    return this.row(user, id);
  }

  /**
   * Takes a part. What came of it stays, also where its sender goes away before its end.
   *
   * @throws GraphQLError `UPLOAD_OFFSET` where another part is due, `TOO_LARGE`, `NOT_FOUND`
   */
  async receive(
    user: CurrentUser,
    id: string | null,
    { offset, body }: { readonly offset: number; readonly body: Readable },
  ): Promise<Upload> {
    const row = await this.row(user, id);
    if (offset !== row.received || row.sha256 !== null) throw wrongOffset(row.received);
    const part = await this.folder.keepPart(row.id, body, Math.min(PART_BYTES_MAX, row.size - row.received));
    if (part === null) throw partTooLarge(row);
    const { rows } = await this.pool.query<Row>(
      `update identity.upload set received = received + $4, parts = parts || $5::text
        where tenant = $1 and id = $2 and received = $3 and sha256 is null and cardinality(parts) < ${PARTS_MAX}
       returning ${COLUMNS}`,
      [user.tenant, row.id, offset, part.bytes, part.name],
    );
    const [taken] = part.bytes === 0 ? [row] : rows;
    if (taken !== undefined && part.bytes > 0) return taken;
    // Another sender of the same upload was faster, or nothing came.
    await this.folder.dropPart(row.id, part.name);
    if (taken !== undefined) return taken;
    throw row.parts.length >= PARTS_MAX ? tooManyParts() : wrongOffset((await this.row(user, id)).received);
  }

  /**
   * Reads through what has come. A file that is not taken is forgotten: it has to be sent anew.
   *
   * @throws GraphQLError `UPLOAD_NOT_WHOLE`, `INVALID_FILE` with the field, `NOT_FOUND`
   */
  finish(user: CurrentUser, id: string | null): Promise<Upload> {
    return this.queue.run([user.id], async () => {
      const row = await this.row(user, id);
      if (row.sha256 !== null) return row;
      if (row.received < row.size) throw notWhole(row.received);
      const { sha256, path } = await this.folder.join(row.id, row.parts);
      const type = await this.looked(row, sha256, path).catch(async (error: unknown) => {
        if (!(error instanceof FileProblem)) throw error;
        await this.drop(user, row.id);
        throw uploadError('INVALID_FILE', error.field, error.says);
      });
      await this.folder.settle(row.id, path, row.parts);
      await this.pool.query(
        `update identity.upload set sha256 = $3, file_type = $4, parts = '{}'
          where tenant = $1 and id = $2 and sha256 is null`,
        [user.tenant, row.id, sha256, type],
      );
      return { ...row, sha256, type };
    });
  }

  /** What was finished, and where it is; null where there is no such upload of the user's for the claim. */
  async finished(
    { tenant, userId }: { readonly tenant: string; readonly userId: string },
    id: string,
    claim: string,
  ): Promise<FinishedUpload | null> {
    const { rows } = await this.pool.query<{ name: string; bytes: number; sha256: string; fileType: FileType }>(
      `select name, bytes::float8 as bytes, sha256, file_type as "fileType" from identity.upload
        where tenant = $1 and user_id::text = $2 and id::text = $3 and claim = $4 and sha256 is not null and expires_at > now()`,
      [tenant, userId, id, claim],
    );
    const [content] = rows;
    return content === undefined ? null : { content, path: this.folder.pathOf(id) };
  }

  /** Forgets an upload that is attached, or not wanted. */
  async drop({ tenant }: Pick<CurrentUser, 'tenant'>, id: string): Promise<void> {
    await this.pool.query('delete from identity.upload where tenant = $1 and id::text = $2', [tenant, id]);
    await this.folder.remove(id);
  }

  /** Removes what has expired, and what no row tells of: the process ended between the two. */
  async sweep(): Promise<void> {
    await this.pool.query('delete from identity.upload where expires_at <= now()');
    const here = await this.folder.found(Date.now());
    const { rows } = await this.pool.query<{ id: string }>(
      'select id::text from identity.upload where id::text = any ($1)',
      [here],
    );
    const known = new Set(rows.map(({ id }) => id));
    for (const id of here) if (!known.has(id)) await this.folder.remove(id);
  }

  private async row({ tenant, id: user }: CurrentUser, id: string | null): Promise<Row> {
    const { rows } = await this.pool.query<Row>(
      `select ${COLUMNS} from identity.upload where tenant = $1 and user_id = $2 and id = $3 and expires_at > now()`,
      [tenant, user, id],
    );
    const [found] = rows;
    if (found === undefined) throw noSuchUpload();
    return found;
  }

  private async looked({ name, expected }: Row, sha256: string, path: string): Promise<FileType> {
    if (expected !== null && expected !== sha256) {
      throw new FileProblem('sha256', {
        zh: '收到的内容与所报的SHA-256不符，可能在传输中损坏，请重新上传。',
        en: 'What has come is not what the SHA-256 announced: it may have been damaged on its way. Upload it anew.',
      });
    }
    return inspectFile(path, name);
  }
}

function tooMany() {
  return uploadError('TOO_MANY_UPLOADS', 'claim', {
    zh: `您有${PER_USER_MAX}个文件正在上传，请先完成或取消其中一些。`,
    en: `You have ${PER_USER_MAX} uploads under way: finish or cancel some of them first.`,
  });
}

function noRoom() {
  return uploadError('NO_ROOM', 'size', {
    zh: '服务器磁盘空间不足，暂不能接收这个文件，请联系管理员。',
    en: 'The disk of the server has no room for this file at the moment: tell an administrator.',
  });
}

function partTooLarge({ size, received }: Row) {
  const most = Math.min(PART_BYTES_MAX, size - received);
  return uploadError('TOO_LARGE', 'content', {
    zh: `这一部分最多${most}字节：一次最多${PART_BYTES_MAX / 1024 / 1024} MiB，合计不超过所报的大小。`,
    en: `This part has ${most} bytes at most: ${PART_BYTES_MAX / 1024 / 1024} MiB at once, and no more than was announced in all.`,
  });
}

function tooManyParts() {
  return uploadError('TOO_LARGE', 'content', {
    zh: `一个文件最多分${PARTS_MAX}次上传，请取消后以更大的部分重新上传。`,
    en: `A file comes in ${PARTS_MAX} parts at most: cancel it, and send it in larger ones.`,
  });
}

function notWhole(received: number) {
  return uploadError(
    'UPLOAD_NOT_WHOLE',
    'content',
    {
      zh: `文件尚未传完，已收到${received}字节，请继续上传。`,
      en: `The file is not whole: ${received} bytes have come. Go on from there.`,
    },
    { received },
  );
}
