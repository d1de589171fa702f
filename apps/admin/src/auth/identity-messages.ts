import { defineMessages } from '../i18n/messages.js';

/** Of the identity provider: signing in with it, and linking one's identity. */
export const identityMessages = defineMessages({
  zh: {
    title: '统一身份认证',
    signIn: (name: string) => `用${name}登录`,
    since: (at: string) => `绑定于 ${at}`,
    notLinked: (name: string) => `尚未绑定。绑定后可用${name}登录；岗位仍以本系统两名管理员同意的为准。`,
    linked: (name: string) => `可用${name}登录。${name}不再授予您的岗位时，即不能登录。`,
    link: '绑定统一身份',
    goThere: (name: string) => `验证并前往${name}`,
    unlink: '解除绑定',
    cancel: '取消',
    done: '统一身份已绑定',
    undone: '统一身份已解除绑定',
    problems: {
      unlinked: '此统一身份尚未绑定本系统账号。请先用账号密码登录，再到“我的账号”绑定；没有账号的，请管理员开立。',
      office: '统一身份认证没有授予您在本系统的岗位。请联系单位的身份管理员核对所在组，或联系本系统管理员核对岗位。',
      disabled: '您的账号已停用，请联系管理员。',
      taken: '此统一身份已绑定另一个账号，没有更改任何内容。请确认在认证页面登录的是您本人。',
      refused: '统一身份认证未通过，或已取消。',
      lapsed: '登录过程已过期或已在别处完成，请重新开始。',
      unavailable: '统一身份认证暂时没有应答，请稍后再试，或用账号密码登录。',
      busy: '本网络请求过于频繁，请一分钟后再试。',
    },
  },
  en: {
    title: 'Identity provider',
    signIn: (name: string) => `Sign in with ${name}`,
    since: (at: string) => `Linked ${at}`,
    notLinked: (name: string) =>
      `Not linked yet. Once it is, you may sign in with ${name}; your office stays the one that two administrators agreed to.`,
    linked: (name: string) => `You may sign in with ${name}, as long as it gives you your office.`,
    link: 'Link my identity',
    goThere: (name: string) => `Confirm, and go to ${name}`,
    unlink: 'Unlink',
    cancel: 'Cancel',
    done: 'Your identity is linked',
    undone: 'Your identity is not linked any more',
    problems: {
      unlinked:
        'This identity is not linked to an account here. Sign in with your password and link it under “My account”; who has no account asks an administrator.',
      office:
        'The identity provider does not give you the office that you hold here. Ask who keeps its groups, or an administrator here.',
      disabled: 'Your account is disabled: ask an administrator.',
      taken:
        'This identity is linked to another account, and nothing was changed. Make sure that it is you who is signed in there.',
      refused: 'The identity provider did not let you in, or you cancelled.',
      lapsed: 'This took too long, or was finished elsewhere: begin again.',
      unavailable: 'The identity provider does not answer: try again later, or sign in with your password.',
      busy: 'Too many requests from your network: try again in a minute.',
    },
  },
});

/** The sentence for what the address says went wrong; null where it says nothing that is known. */
export function problemIn(search: string, problems: Readonly<Record<string, string>>): string | null {
  const code = new URLSearchParams(search).get('identity') ?? '';
  return Object.hasOwn(problems, code) ? (problems[code] ?? null) : null;
}
