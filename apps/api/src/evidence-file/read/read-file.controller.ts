import {
  filesStream,
  foldFiles,
  parseClaimId,
  parseFileEvent,
  type EvidenceFile,
  type FileType,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { VirusScans } from '../scan/virus-scans.js';
import { FILE_STORE, type FileStore } from '../store/file-store.js';
import { fileMissing, uploadError } from '../upload/upload-error.js';
import { byteRangeOf } from './byte-range.js';
import { closedTo } from './closed-file.js';

const TYPES: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  zip: 'application/zip',
};
/** What a browser shows without running anything of it. */
const SHOWN: ReadonlySet<FileType> = new Set(['pdf', 'jpeg', 'png']);
/** Whatever a file holds, a browser runs nothing of it and loads nothing for it. */
const CSP = "default-src 'none'; frame-ancestors 'self'; sandbox";
/** The viewer that browsers have for PDF stands in the page itself, and does not work in a sandbox; no script runs beside it. */
const CSP_OF_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** `GET /files/of/<claim>/<file>`: the content of a file, for whoever may see its claim. Each reading is on record. */
@Controller('files/of')
export class ReadFileController {
  constructor(
    private readonly events: EventStore,
    private readonly log: SecurityLog,
    private readonly scans: VirusScans,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** @param shown `inline`: to be shown on a page; anything else is saved. */
  @Get(':claim/:file')
  @RequirePermission('claim.read')
  async read(
    @CurrentUser() user: CurrentUser,
    @Param('claim') claim: string,
    @Param('file') id: string,
    @Query('as') shown: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.found(user.tenant, claim, id);
    const closed = closedTo(user.roles, file, this.scans.delayOf(file.id));
    if (closed !== null) throw uploadError(closed.code, 'file', closed.says);
    if ((await this.store.size(user.tenant, file.sha256)) !== file.bytes) throw fileMissing();
    await this.recordReading(user, request, { claim, file });
    const range = byteRangeOf(request.headers.range, file.bytes);
    void reply
      .header('content-security-policy', file.fileType === 'pdf' ? CSP_OF_PDF : CSP)
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', dispositionOf(file, shown === 'inline'))
      .header('accept-ranges', 'bytes')
      .header('x-content-sha256', file.sha256)
      // Compressed on the way, it would have other bytes than its hash says.
      .header('cache-control', 'private, no-store, no-transform')
      .type(TYPES[file.fileType]);
    if (range === 'none') {
      void reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
      return;
    }
    const { first, last } = range ?? { first: 0, last: file.bytes - 1 };
    if (range !== null) void reply.code(206).header('content-range', `bytes ${first}-${last}/${file.bytes}`);
    void reply
      .header('content-length', String(last - first + 1))
      .send(await this.store.open(user.tenant, file.sha256, { first, last }));
  }

  /** From the log: whoever attached it a moment ago opens it. */
  private async found(tenant: string, claim: string, id: string): Promise<EvidenceFile> {
    if (parseClaimId(claim) === null) throw notFound();
    const { events } = await this.events.readStream(tenant, filesStream(claim));
    const file = foldFiles(events.map(parseFileEvent)).find((each) => each.id === id);
    if (file === undefined) throw notFound();
    return file;
  }

  private async recordReading(
    { tenant, id: userId, username, displayName }: CurrentUser,
    { ip: address }: FastifyRequest,
    { claim, file }: { readonly claim: string; readonly file: EvidenceFile },
  ): Promise<void> {
    const details = { file: file.id, sha256: file.sha256 };
    await this.log.record({
      tenant,
      userId,
      username,
      displayName,
      address,
      kind: 'file-read',
      subject: claim,
      details,
    });
  }
}

function notFound() {
  return uploadError('NOT_FOUND', 'file', {
    zh: '没有这个附件，请从申报件页面打开。',
    en: 'There is no such file: open it from the page of its claim.',
  });
}

function dispositionOf({ name, fileType }: EvidenceFile, isShown: boolean): string {
  const how = isShown && SHOWN.has(fileType) ? 'inline' : 'attachment';
  // RFC 8187: any name, and one that every client reads.
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="file.${fileType}"; filename*=UTF-8''${encoded}`;
}
