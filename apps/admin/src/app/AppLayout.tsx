import type { ReactNode } from 'react';
import { Layout } from 'react-admin';
import { AppMenu } from './AppMenu.js';
import { TopBar } from './TopBar.js';

export function AppLayout({ children }: { children?: ReactNode }) {
  return (
    <Layout menu={AppMenu} appBar={TopBar}>
      {children}
    </Layout>
  );
}
