import { type ComponentType, lazy } from 'react';
import { Admin, CustomRoutes, Resource, localStorageStore } from 'react-admin';
import { BrowserRouter, Route } from 'react-router';
import { ClientProvider } from '../api/ClientProvider.js';
import { createClient } from '../api/client.js';
import { createDataProvider } from '../api/data-provider.js';
import { createQueryClient } from '../api/query-client.js';
import { AsOfProvider } from '../as-of/AsOfProvider.js';
import { createAuthProvider } from '../auth/auth-provider.js';
import { LoginPage } from '../auth/LoginPage.js';
import { delegationSource } from '../delegations/delegation-source.js';
import { claimSource } from '../claims/claim-source.js';
import { forgetOldDrafts } from '../drafts/drafts.js';
import { enterpriseSource } from '../enterprises/enterprise-source.js';
import { eventSource } from '../events/event-source.js';
import { i18nProvider } from '../i18n/i18n-provider.js';
import { asLocale } from '../i18n/locale.js';
import { paymentSource } from '../payments/payment-source.js';
import { recognitionSource } from '../recognitions/recognition-source.js';
import { recusalSource } from '../recusals/recusal-source.js';
import { securityLogSource } from '../security-log/security-log-source.js';
import { userSource } from '../users/user-source.js';
import { AppLayout } from './AppLayout.js';
import { AccessDenied, NotFound } from './Instead.js';
import { OnlyFor, type PagePermission } from './OnlyFor.js';
import { keepingOwn } from './own-store.js';
import { darkTheme, lightTheme } from './theme.js';

/** Each page is fetched when it is first opened. */
function page(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}

/** A page that not everybody may open. */
function pageFor(permission: PagePermission, load: () => Promise<ComponentType>) {
  const Loaded = page(load);
  return () => (
    <OnlyFor permission={permission}>
      <Loaded />
    </OnlyFor>
  );
}

const Dashboard = page(async () => (await import('../dashboard/Dashboard.js')).Dashboard);
const ClaimList = page(async () => (await import('../claims/list/ClaimList.js')).ClaimList);
const ClaimPage = page(async () => (await import('../claims/page/ClaimPage.js')).ClaimPage);
const ClaimCreate = pageFor('CLAIM_SUBMIT', async () => (await import('../claims/form/ClaimCreate.js')).ClaimCreate);
const ClaimResubmit = pageFor(
  'CLAIM_SUBMIT',
  async () => (await import('../claims/form/ClaimResubmit.js')).ClaimResubmit,
);
const AcceptanceNotice = page(async () => (await import('../claims/following/AcceptanceNotice.js')).AcceptanceNotice);
const ReturnNotice = page(async () => (await import('../claims/returned/ReturnNotice.js')).ReturnNotice);
const ComparePage = page(async () => (await import('../compare/ComparePage.js')).ComparePage);
const PolicyList = page(async () => (await import('../policies/PolicyList.js')).PolicyList);
const PolicyPage = page(async () => (await import('../policies/PolicyPage.js')).PolicyPage);
const VersionsPage = page(async () => (await import('../policies/versions/VersionsPage.js')).VersionsPage);
const EnterpriseList = page(async () => (await import('../enterprises/EnterpriseList.js')).EnterpriseList);
const EnterprisePage = page(async () => (await import('../enterprises/EnterprisePage.js')).EnterprisePage);
const EnterpriseCreate = pageFor(
  'ENTERPRISE_REGISTER',
  async () => (await import('../enterprises/EnterpriseCreate.js')).EnterpriseCreate,
);
const RecognitionLists = page(async () => (await import('../recognitions/RecognitionLists.js')).RecognitionLists);
const RecognitionPage = page(async () => (await import('../recognitions/RecognitionPage.js')).RecognitionPage);
const RecognitionImport = pageFor(
  'RECOGNITION_CHANGE',
  async () => (await import('../recognitions/RecognitionImport.js')).RecognitionImport,
);
const RegisterList = page(async () => (await import('../registers/RegisterList.js')).RegisterList);
const EditionPage = page(async () => (await import('../registers/EditionPage.js')).EditionPage);
const RegisterImport = pageFor('REGISTER_CHANGE', async () => (await import('../registers/ImportPage.js')).ImportPage);
const BatchList = page(async () => (await import('../batches/BatchList.js')).BatchList);
const BatchPage = page(async () => (await import('../batches/BatchPage.js')).BatchPage);
const RoundList = page(async () => (await import('../rounds/RoundList.js')).RoundList);
const RoundPage = page(async () => (await import('../rounds/RoundPage.js')).RoundPage);
const DelegationList = pageFor(
  'DELEGATION_READ',
  async () => (await import('../delegations/DelegationList.js')).DelegationList,
);
const RecusalList = page(async () => (await import('../recusals/RecusalList.js')).RecusalList);
const DepartmentsPage = page(async () => (await import('../departments/DepartmentsPage.js')).DepartmentsPage);
const PaymentList = page(async () => (await import('../payments/PaymentList.js')).PaymentList);
const MonthsPage = page(async () => (await import('../months/MonthsPage.js')).MonthsPage);
const CalendarPage = page(async () => (await import('../calendar/CalendarPage.js')).CalendarPage);
const EventList = page(async () => (await import('../events/EventList.js')).EventList);
const SecurityLogList = pageFor(
  'SECURITY_LOG_READ',
  async () => (await import('../security-log/SecurityLogList.js')).SecurityLogList,
);
const SetAsidePage = pageFor('SETASIDE_READ', async () => (await import('../set-aside/SetAsidePage.js')).SetAsidePage);
const AccountPage = page(async () => (await import('../account/AccountPage.js')).AccountPage);
const UserList = pageFor('USER_READ', async () => (await import('../users/UserList.js')).UserList);
const UserCreate = pageFor('USER_MANAGE', async () => (await import('../users/UserCreate.js')).UserCreate);
const UserEdit = pageFor('USER_READ', async () => (await import('../users/UserEdit.js')).UserEdit);

const client = createClient('/graphql');
const dataProvider = createDataProvider(client, {
  claims: claimSource(client),
  enterprises: enterpriseSource(client),
  recognitions: recognitionSource(client),
  delegations: delegationSource(client),
  recusals: recusalSource(client),
  payments: paymentSource(client),
  events: eventSource(client),
  'security-log': securityLogSource(client),
  users: userSource(client),
});
const authProvider = createAuthProvider(client, () => asLocale(i18nProvider.getLocale()));
const queryClient = createQueryClient();
forgetOldDrafts(window.localStorage, new Date());
const store = keepingOwn(localStorageStore('1', 'duixian'));

export function App() {
  return (
    <BrowserRouter>
      <ClientProvider client={client}>
        <AsOfProvider>
          <Admin
            dataProvider={dataProvider}
            authProvider={authProvider}
            i18nProvider={i18nProvider}
            queryClient={queryClient}
            store={store}
            layout={AppLayout}
            loginPage={LoginPage}
            dashboard={Dashboard}
            accessDenied={AccessDenied}
            catchAll={NotFound}
            theme={lightTheme}
            darkTheme={darkTheme}
            requireAuth
            disableTelemetry
          >
            <Resource name="claims" list={ClaimList} show={ClaimPage} create={ClaimCreate} />
            <Resource name="policies" list={PolicyList} show={PolicyPage} />
            <Resource name="enterprises" list={EnterpriseList} show={EnterprisePage} create={EnterpriseCreate} />
            <Resource name="recognitions" list={RecognitionLists} show={RecognitionPage} create={RecognitionImport} />
            <Resource name="delegations" list={DelegationList} />
            <Resource name="recusals" list={RecusalList} />
            <Resource name="payments" list={PaymentList} />
            <Resource name="events" list={EventList} />
            <Resource name="security-log" list={SecurityLogList} />
            <Resource name="users" list={UserList} create={UserCreate} edit={UserEdit} />
            <CustomRoutes>
              <Route path="/compare" element={<ComparePage />} />
              <Route path="/set-aside" element={<SetAsidePage />} />
              <Route path="/departments" element={<DepartmentsPage />} />
              <Route path="/months" element={<MonthsPage />} />
              <Route path="/calendar" element={<CalendarPage />} />
              <Route path="/account" element={<AccountPage />} />
              <Route path="/policies/:id/versions" element={<VersionsPage />} />
              <Route path="/registers" element={<RegisterList />} />
              <Route path="/registers/:register/import" element={<RegisterImport />} />
              <Route path="/registers/:register/editions/:id" element={<EditionPage />} />
              <Route path="/batches" element={<BatchList />} />
              <Route path="/batches/:id" element={<BatchPage />} />
              <Route path="/rounds" element={<RoundList />} />
              <Route path="/rounds/:id" element={<RoundPage />} />
              <Route path="/claims/:id/resubmit" element={<ClaimResubmit />} />
              <Route path="/claims/:id/acceptance" element={<AcceptanceNotice />} />
              <Route path="/claims/:id/returns/:number" element={<ReturnNotice />} />
            </CustomRoutes>
          </Admin>
        </AsOfProvider>
      </ClientProvider>
    </BrowserRouter>
  );
}
