import type { Permission } from '../api/schema/enums.generated.js';
import { appMessages } from '../app/app-messages.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { searchMessages } from './messages.js';

/** The pages that this official can open, by name. */
export function usePages(): { title: string; to: string }[] {
  const { menu } = useMessages(appMessages);
  const { pages } = useMessages(searchMessages);
  const may: Partial<Record<Permission, boolean>> = {
    CLAIM_SUBMIT: useMay('CLAIM_SUBMIT'),
    ENTERPRISE_REGISTER: useMay('ENTERPRISE_REGISTER'),
    RECOGNITION_CHANGE: useMay('RECOGNITION_CHANGE'),
    DELEGATION_READ: useMay('DELEGATION_READ'),
    SECURITY_LOG_READ: useMay('SECURITY_LOG_READ'),
    SETASIDE_READ: useMay('SETASIDE_READ'),
    USER_READ: useMay('USER_READ'),
  };
  const all: { title: string; to: string; permission?: Permission }[] = [
    { title: menu.dashboard, to: '/' },
    { title: menu.claims, to: '/claims' },
    { title: pages.newClaim, to: '/claims/create', permission: 'CLAIM_SUBMIT' },
    { title: menu.policies, to: '/policies' },
    { title: menu.enterprises, to: '/enterprises' },
    { title: pages.newEnterprise, to: '/enterprises/create', permission: 'ENTERPRISE_REGISTER' },
    { title: menu.recognitions, to: '/recognitions' },
    { title: pages.importList, to: '/recognitions/create', permission: 'RECOGNITION_CHANGE' },
    { title: menu.registers, to: '/registers' },
    { title: menu.payments, to: '/payments' },
    { title: menu.months, to: '/months' },
    { title: menu.calendar, to: '/calendar' },
    { title: menu.delegations, to: '/delegations', permission: 'DELEGATION_READ' },
    { title: menu.recusals, to: '/recusals' },
    { title: menu.departments, to: '/departments' },
    { title: menu.events, to: '/events' },
    { title: menu.securityLog, to: '/security-log', permission: 'SECURITY_LOG_READ' },
    { title: menu.setAside, to: '/set-aside', permission: 'SETASIDE_READ' },
    { title: menu.users, to: '/users', permission: 'USER_READ' },
    { title: pages.account, to: '/account' },
  ];
  return all.filter(({ permission }) => permission === undefined || may[permission] === true);
}
