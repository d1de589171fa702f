import type { ObjectorKind, ObjectorMask } from '@duixian/casework';
import { maskContact } from '@duixian/registry';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { PersonalRows } from '../../personal-data/personal-rows.js';
import { saltedHash } from '../../personal-data/salted-hash.js';

/** Who objects, whole. */
export interface ObjectorDetails {
  readonly kind: ObjectorKind;
  readonly name: string;
  readonly phone: string;
}

/** Who objected to which claim, in a table outside the log: what is erased here is gone. */
@Injectable()
export class ObjectorStore {
  private readonly rows: PersonalRows<'kind' | 'name' | 'phone'>;

  constructor(@Inject(POOL) pool: pg.Pool) {
    this.rows = new PersonalRows(pool, 'identity.objector', ['kind', 'name', 'phone'], 'claim');
  }

  /** Keeps it under the id of the command that records the objection, before that is recorded; gives what the log holds. */
  async keep(tenant: string, id: string, claim: string, details: ObjectorDetails): Promise<ObjectorMask> {
    const { kind, name, phone } = details;
    const salt = await this.rows.keep(tenant, id, claim, { kind, name, phone });
    const masked = maskContact({ name, phone, email: null });
    // A unit is no natural person: it is known by its name.
    return {
      kind,
      name: kind === 'unit' ? name : masked.name,
      phone: masked.phone,
      hash: objectorHash(salt, claim, details),
    };
  }

  /** Removes one whose objection was refused before it was one. */
  async drop(tenant: string, id: string): Promise<void> {
    await this.rows.drop(tenant, id);
  }

  /** Erases one for good. */
  async erase(tenant: string, id: string): Promise<void> {
    await this.rows.erase(tenant, [id]);
  }
}

export function objectorHash(salt: Buffer, claim: string, { kind, name, phone }: ObjectorDetails): string {
  return saltedHash(salt, JSON.stringify([claim, kind, name, phone]));
}
