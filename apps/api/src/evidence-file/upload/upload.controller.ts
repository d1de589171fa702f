import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { badInput } from '../../graphql/errors.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AttachFiles } from '../attach-files.js';
import { refusedUpload } from './upload-error.js';
import { parseAnnouncement, parseOffset, parseUploadId } from './upload-request.js';
import { PART_BYTES_MAX, Uploads, type Upload } from './uploads.js';

/** An upload as it is answered, with what its sender has to know to go on. */
type Shown = Upload & { readonly partBytesMax: number };

/**
 * Files on their way to a claim: `POST /files/uploads` announces one, `PUT …/<id>?offset=N` brings a part as
 * `application/octet-stream`, `GET …/<id>` says how far it is, `POST …/<id>/finish` has it read through. The mutation `attachFile`
 * puts it on record.
 */
@Controller('files/uploads')
export class UploadController {
  constructor(
    private readonly uploads: Uploads,
    private readonly attach: AttachFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @RequirePermission('file.attach')
  async begin(@CurrentUser() user: CurrentUser, @Body() body: unknown): Promise<Shown> {
    const file = parseAnnouncement(body, this.config.files.bytesMax);
    // Before anything is sent that would be refused when it is there.
    const wrong = await this.attach.refusalOf(user, file);
    if (wrong !== null) throw refusedUpload(wrong);
    return shown(await this.uploads.begin(user, file));
  }

  @Get(':upload')
  @RequirePermission('file.attach')
  async find(@CurrentUser() user: CurrentUser, @Param('upload') upload: string): Promise<Shown> {
    return shown(await this.uploads.find(user, parseUploadId(upload)));
  }

  @Put(':upload')
  @RequirePermission('file.attach')
  async receive(
    @CurrentUser() user: CurrentUser,
    @Param('upload') upload: string,
    @Query('offset') offset: unknown,
    @Req() { body }: FastifyRequest,
  ): Promise<Shown> {
    if (!(body instanceof Readable)) throw badInput('content', NO_BYTES);
    return shown(await this.uploads.receive(user, parseUploadId(upload), { offset: parseOffset(offset), body }));
  }

  @Post(':upload/finish')
  @HttpCode(200)
  @RequirePermission('file.attach')
  async finish(@CurrentUser() user: CurrentUser, @Param('upload') upload: string): Promise<Shown> {
    return shown(await this.uploads.finish(user, parseUploadId(upload)));
  }

  @Delete(':upload')
  @HttpCode(204)
  @RequirePermission('file.attach')
  async cancel(@CurrentUser() user: CurrentUser, @Param('upload') upload: string): Promise<void> {
    const { id } = await this.uploads.find(user, parseUploadId(upload));
    await this.uploads.drop(user, id);
  }
}

const NO_BYTES = {
  zh: '请以 content-type: application/octet-stream 发送这一部分的内容。',
  en: 'Send the bytes of the part with `content-type: application/octet-stream`.',
};

function shown({ id, claim, name, size, received, sha256, type, expiresAt }: Upload): Shown {
  return { id, claim, name, size, received, sha256, type, expiresAt, partBytesMax: PART_BYTES_MAX };
}
