import type { Command, PlainDate } from '@duixian/casework';

/** A command that no official sends: the installation itself puts on record what it finds or opens. */
export function byInstallation(tenant: string, commandId: string, on: PlainDate): Command {
  const actor = {
    userId: 'installation',
    username: 'installation',
    displayName: '系统安装',
    division: tenant,
    department: null,
    roles: [],
  };
  return { commandId, tenant, actor, on };
}
