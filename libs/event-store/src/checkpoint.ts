import type pg from 'pg';

/** Whose checkpoint: a follower's name and the version of its code. */
export interface FollowerId {
  readonly name: string;
  readonly version: number;
}

/** Tenants with events that the follower has not handled, by name. None once its version is retired. */
export async function tenantsBehind(db: pg.Pool, { name, version }: FollowerId): Promise<string[]> {
  const { rows } = await db.query<{ tenant: string }>({
    name: 'es.tenants-behind',
    text: `select h.tenant
             from es.head h
             left join follow.checkpoint c on c.tenant = h.tenant and c.name = $1 and c.version = $2
            where h.position > coalesce(c.position, 0) and c.status is distinct from 'retired'
            order by h.tenant`,
    values: [name, version],
  });
  return rows.map((row) => row.tenant);
}

/** Up to where the follower has handled the tenant's log. */
export async function readCheckpoint(db: pg.Pool, { name, version }: FollowerId, tenant: string): Promise<bigint> {
  const { rows } = await db.query<{ position: string }>({
    name: 'es.read-checkpoint',
    text: 'select position from follow.checkpoint where tenant = $1 and name = $2 and version = $3',
    values: [tenant, name, version],
  });
  return BigInt(rows[0]?.position ?? 0);
}

/**
 * Up to where anybody's followers of this name have handled the tenant's log: of a read model, what its tables hold,
 * whichever version keeps them.
 */
export async function readFurthestCheckpoint(db: pg.Pool, name: string, tenant: string): Promise<bigint> {
  const { rows } = await db.query<{ position: string | null }>({
    name: 'es.read-furthest-checkpoint',
    text: `select max(position) as position from follow.checkpoint
            where tenant = $1 and name = $2 and status = 'live'`,
    values: [tenant, name],
  });
  return BigInt(rows[0]?.position ?? 0);
}

/** Sees to it that there is a checkpoint to lease. */
export async function createCheckpoint(db: pg.Pool, { name, version }: FollowerId, tenant: string): Promise<void> {
  await db.query({
    name: 'es.create-checkpoint',
    text: `insert into follow.checkpoint (tenant, name, version, position, status)
           values ($1, $2, $3, 0, 'live') on conflict do nothing`,
    values: [tenant, name, version],
  });
}

/**
 * Leases the checkpoint to this transaction and answers its position; null when another transaction has it or it is
 * retired. The row's lock is the lease: it ends with the transaction, and with a killed worker's connection.
 */
export async function leaseCheckpoint(
  tx: pg.ClientBase,
  { name, version }: FollowerId,
  tenant: string,
): Promise<bigint | null> {
  const { rows } = await tx.query<{ position: string }>({
    name: 'es.lease-checkpoint',
    text: `select position from follow.checkpoint
            where tenant = $1 and name = $2 and version = $3 and status <> 'retired'
              for update skip locked`,
    values: [tenant, name, version],
  });
  return rows[0] === undefined ? null : BigInt(rows[0].position);
}

/** Moves a checkpoint that this transaction has leased. */
export async function moveCheckpoint(
  tx: pg.ClientBase,
  { name, version }: FollowerId,
  tenant: string,
  position: bigint,
): Promise<void> {
  await tx.query({
    name: 'es.move-checkpoint',
    text: 'update follow.checkpoint set position = $4 where tenant = $1 and name = $2 and version = $3',
    values: [tenant, name, version, position],
  });
}
