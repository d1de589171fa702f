import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../permission.js';

@Entity({ schema: 'identity', name: 'user' })
export class UserEntity {
  @PrimaryColumn('text')
  tenant!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  username!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  /** GB/T 2260 code of the office. */
  @Column('text')
  division!: string;

  @Column('text', { nullable: true })
  department!: string | null;

  @Column('text', { array: true })
  roles!: Role[];

  /** A hash as `hashPassword` writes it. */
  @Column('text')
  password!: string;

  /** Counts the passwords: a session rests on one of them. */
  @Column('int', { name: 'password_version', default: 1 })
  passwordVersion!: number;

  @Column('timestamptz', { name: 'password_set_at' })
  passwordSetAt!: Date;

  /** Somebody else set the password: nothing else can be done until its owner has changed it. */
  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword!: boolean;

  /** An account of the demo, whose password everybody knows. */
  @Column('boolean', { name: 'is_demo', default: false })
  isDemo!: boolean;

  @Column('boolean')
  disabled!: boolean;

  /** Up to which event of its stream the row follows; null when it came from an earlier version. */
  @Column('int', { name: 'log_version', nullable: true })
  logVersion!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
