import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import BarChartOutlined from '@mui/icons-material/BarChartOutlined';
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import DashboardOutlined from '@mui/icons-material/DashboardOutlined';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import GppBadOutlined from '@mui/icons-material/GppBadOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import { Menu } from 'react-admin';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { activationCodesDocument } from '../users/activation/documents.js';
import { waitingProposalsDocument } from '../users/documents.js';
import { appMessages } from './app-messages.js';

/** With how many changes of accounts, and halves of activation codes, wait for this user. */
function UsersItem() {
  const { menu } = useMessages(appMessages);
  const { data } = useDocument(waitingProposalsDocument, {});
  const codes = useDocument(activationCodesDocument, {}, { enabled: useMay('USER_MANAGE') });
  const halves = codes.data?.activationCodes.filter(({ isDrawn, hasExpired }) => !isDrawn && !hasExpired) ?? [];
  const waiting = (data?.dashboard.waitingProposals ?? 0) + halves.length;
  const text = waiting === 0 ? menu.users : `${menu.users} (${String(waiting)})`;
  return <Menu.Item to="/users" primaryText={text} leftIcon={<PeopleOutlined />} />;
}

export function AppMenu() {
  const { menu } = useMessages(appMessages);
  const seesSecurityLog = useMay('SECURITY_LOG_READ');
  const seesSetAside = useMay('SETASIDE_READ');
  const seesDelegations = useMay('DELEGATION_READ');
  const seesUsers = useMay('USER_READ');
  return (
    <Menu>
      <Menu.Item to="/" primaryText={menu.dashboard} leftIcon={<DashboardOutlined />} />
      <Menu.Item to="/claims" primaryText={menu.claims} leftIcon={<FolderOpenOutlined />} />
      <Menu.Item to="/policies" primaryText={menu.policies} leftIcon={<ArticleOutlined />} />
      <Menu.Item to="/enterprises" primaryText={menu.enterprises} leftIcon={<BusinessOutlined />} />
      <Menu.Item to="/recognitions" primaryText={menu.recognitions} leftIcon={<VerifiedOutlined />} />
      <Menu.Item to="/registers" primaryText={menu.registers} leftIcon={<GppBadOutlined />} />
      <Menu.Item to="/rounds" primaryText={menu.rounds} leftIcon={<EventRepeatOutlined />} />
      <Menu.Item to="/batches" primaryText={menu.batches} leftIcon={<LayersOutlined />} />
      <Menu.Item to="/payments" primaryText={menu.payments} leftIcon={<AccountBalanceOutlined />} />
      <Menu.Item to="/months" primaryText={menu.months} leftIcon={<BarChartOutlined />} />
      <Menu.Item to="/calendar" primaryText={menu.calendar} leftIcon={<CalendarMonthOutlined />} />
      {seesDelegations && (
        <Menu.Item to="/delegations" primaryText={menu.delegations} leftIcon={<SwapHorizOutlined />} />
      )}
      <Menu.Item to="/recusals" primaryText={menu.recusals} leftIcon={<BlockOutlined />} />
      <Menu.Item to="/departments" primaryText={menu.departments} leftIcon={<AccountTreeOutlined />} />
      <Menu.Item to="/events" primaryText={menu.events} leftIcon={<HistoryOutlined />} />
      {seesSecurityLog && <Menu.Item to="/security-log" primaryText={menu.securityLog} leftIcon={<ShieldOutlined />} />}
      {seesSetAside && <Menu.Item to="/set-aside" primaryText={menu.setAside} leftIcon={<FactCheckOutlined />} />}
      {seesUsers && <UsersItem />}
    </Menu>
  );
}
