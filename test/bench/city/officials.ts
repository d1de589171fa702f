import type { Actor, Role } from '@duixian/casework';

export const TENANT = '350500';

/** The bureau's officials: two for a step that follows one of their own office. */
export const OFFICIALS = {
  window: official('00000000-0000-4000-8000-000000000001', 'window', 'clerk'),
  secondWindow: official('00000000-0000-4000-8000-000000000002', 'second-window', 'clerk'),
  dataReviewer: official('00000000-0000-4000-8000-000000000003', 'data-reviewer', 'reviewer', '市数据管理局'),
  industryReviewer: official('00000000-0000-4000-8000-000000000004', 'industry-reviewer', 'reviewer', '市工信局'),
  finance: official('00000000-0000-4000-8000-000000000005', 'finance', 'finance'),
  secondFinance: official('00000000-0000-4000-8000-000000000006', 'second-finance', 'finance'),
} as const;

/** Who pays for a division's treasury. */
export function treasurer(division: string): Actor {
  return { ...official(`treasury-${division}`, `treasury-${division}`, 'treasury'), division };
}

function official(userId: string, username: string, role: Role, department: string | null = null): Actor {
  return { userId, username, displayName: `经办人 ${username}`, division: TENANT, department, roles: [role] };
}
