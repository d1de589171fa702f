import { EventStore } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { isLoopback, type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { StartRefused } from '../start-refused.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoState } from './demo-state.js';

/** Keeps the demo, whose password everybody knows, apart from people and from the network. */
@Injectable()
export class StartCheck {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly state: DemoState,
    private readonly accounts: DemoAccounts,
    private readonly store: EventStore,
  ) {}

  /** @throws StartRefused before anything is played, created or served. */
  async assertAllowed(): Promise<void> {
    const { demo, administrators, host, trustProxy } = this.config;
    const isHere = (await this.state.phase()) !== 'none';
    const isEmpty = !(await this.accounts.anybody()) && (await this.store.tenants()).length === 0;
    if (demo === 'asked' && !isHere && !isEmpty) throw new StartRefused(NOT_EMPTY);
    const isOrComes = isHere || (demo !== 'off' && isEmpty);
    if (!isOrComes) return;
    if (administrators.length > 0) throw new StartRefused(BESIDE_NAMED);
    if (!isLoopback(host) || trustProxy !== 0) throw new StartRefused(WITHIN_REACH);
  }
}

const NOT_EMPTY = {
  zh: '此数据库已有账号或办件，不能再装入演示数据。请取消 DUIXIAN_DEMO，或换一个空数据库。',
  en: 'This database has accounts or claims already: the demo is not played into it. Unset DUIXIAN_DEMO, or name an empty one.',
};
const BESIDE_NAMED = {
  zh: '演示账号的密码人人皆知，不能与 DUIXIAN_ADMINISTRATORS 指定的管理员同在一个数据库。请为正式工作换一个空数据库，并取消 DUIXIAN_DEMO。',
  en:
    'Everybody knows the password of the demo: its administrators never stand beside those of DUIXIAN_ADMINISTRATORS. ' +
    'Name an empty database for your work, and unset DUIXIAN_DEMO.',
};
const WITHIN_REACH = {
  zh: '此数据库装有演示数据，其密码人人皆知，只能在本机使用。请将 HOST 设为 127.0.0.1 且不设 DUIXIAN_TRUST_PROXY，或换一个数据库。',
  en:
    'This database holds the demo, whose password everybody knows: it is served to this machine alone. Set HOST to ' +
    '127.0.0.1 without DUIXIAN_TRUST_PROXY, or name another database.',
};
