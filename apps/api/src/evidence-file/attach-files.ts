import { randomUUID } from 'node:crypto';
import { decideAttachment, type AttachFile, type Decision, type FileContent, type Refusal } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Inject, Injectable } from '@nestjs/common';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { Records } from '../command/records.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Law } from '../policy/law/law.js';
import { filesOf } from './file-records.js';
import { readInvoices } from './invoice/read-invoices.js';
import { FILE_STORE, type FileStore } from './store/file-store.js';
import type { AnnouncedFile } from './upload/upload-request.js';
import { fileMissing } from './upload/upload-error.js';
import { Uploads, type FinishedUpload } from './upload/uploads.js';

/** What is attached, and of which upload. */
export interface AttachUpload extends AttachFile {
  readonly upload: string;
}

/** Attaches what was uploaded: its content stands in the store before the event that names it is recorded. */
@Injectable()
export class AttachFiles {
  constructor(
    private readonly runner: CommandRunner,
    private readonly origin: CommandOrigin,
    private readonly law: Law,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async attach(request: AttachUpload): Promise<Outcome> {
    const { tenant, upload, claim, actor } = request;
    const found = await this.read(await this.uploads.finished({ tenant, userId: actor.userId }, upload, claim));
    const outcome = await this.runner.run('attachFile', request, async (records, command) => {
      const decision = await this.decide(records, command, found?.content ?? null);
      if (decision.ok && found !== null) await this.keep(tenant, found);
      return decision;
    });
    if (outcome.ok) await this.uploads.drop({ tenant }, upload);
    return outcome;
  }

  /** With what stands on the invoices in it. */
  private async read(upload: FinishedUpload | null) {
    if (upload === null) return null;
    const { content, path } = upload;
    return { path, content: { ...content, invoices: await readInvoices(path, content.fileType) } };
  }

  /** @throws GraphQLError where a content of that hash stands there and is damaged: nothing is written over it. */
  private async keep(tenant: string, { content, path }: FinishedUpload): Promise<void> {
    await this.store.put(tenant, content.sha256, path);
    if ((await this.store.size(tenant, content.sha256)) !== content.bytes) throw fileMissing();
  }

  /** Why a file that somebody announces would not be attached; null where it would. */
  async refusalOf(user: CurrentUser, { claim, name, bytes, sha256 }: AnnouncedFile): Promise<Refusal | null> {
    const command = {
      ...this.origin.of({ commandId: randomUUID() }, user),
      claim,
      proves: [],
      supersedes: null,
      reason: null,
    };
    const content: FileContent = { name, bytes, sha256: sha256 ?? '', fileType: 'pdf', invoices: [] };
    const { refusal } = await this.runner.preview(command, (records) => this.decide(records, command, content));
    return refusal;
  }

  private async decide(
    records: Records,
    command: AttachFile,
    content: FileContent | null,
  ): Promise<Decision<DomainEvent>> {
    const [claim, files] = await Promise.all([records.claim(command.claim), filesOf(records, command.claim)]);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const context = { on: command.on, catalogue, evidence: [] };
    return decideAttachment({ command, content, claim, files, context });
  }
}
