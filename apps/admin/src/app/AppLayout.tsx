import { type ReactNode, useEffect } from 'react';
import { Layout } from 'react-admin';
import { Demand } from '../account/Demand.js';
import { PastBanner } from '../as-of/PastBanner.js';
import { useDemand } from '../auth/use-user.js';
import { useLocale } from '../i18n/locale.js';
import { IncompleteBanner } from '../set-aside/IncompleteBanner.js';
import { AppMenu } from './AppMenu.js';
import { BehindBanner } from './BehindBanner.js';
import { TopBar } from './TopBar.js';

export function AppLayout({ children }: { children?: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
  const demand = useDemand();
  // No page asks for anything that would only be refused.
  if (demand === undefined) return null;
  if (demand !== null) return <Demand demand={demand} />;
  return (
    <Layout menu={AppMenu} appBar={TopBar}>
      <PastBanner />
      <IncompleteBanner />
      <BehindBanner />
      {children}
    </Layout>
  );
}
