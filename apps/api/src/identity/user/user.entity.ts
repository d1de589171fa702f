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

  @Column('boolean')
  disabled!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
