import { type ReactNode, useEffect } from 'react';
import { Layout } from 'react-admin';
import { useLocale } from '../i18n/locale.js';
import { IncompleteBanner } from '../set-aside/IncompleteBanner.js';
import { AppMenu } from './AppMenu.js';
import { TopBar } from './TopBar.js';

export function AppLayout({ children }: { children?: ReactNode }) {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
  return (
    <Layout menu={AppMenu} appBar={TopBar}>
      <IncompleteBanner />
      {children}
    </Layout>
  );
}
