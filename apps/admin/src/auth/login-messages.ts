import { defineMessages } from '../i18n/messages.js';

export const loginMessages = defineMessages({
  zh: {
    username: '用户名',
    password: '密码',
    logIn: '登录',
    code: '动态口令或恢复码',
    codeHint: '打开手机上的验证器，输入其显示的六位数字；手机不在身边时可用一个恢复码。',
    confirm: '验证',
    back: '重新输入密码',
    demo: '这是演示系统，可用任一演示账号登录；密码在启动时的终端里。',
    demoAccount: '选演示账号',
  },
  en: {
    username: 'Username',
    password: 'Password',
    logIn: 'Log in',
    code: 'Code or recovery code',
    codeHint: 'Enter the six digits that your authenticator shows, or a recovery code if you do not have it with you.',
    confirm: 'Confirm',
    back: 'Enter the password again',
    demo: 'This is a demonstration. Use any of its accounts; the password is on the terminal that started it.',
    demoAccount: 'Choose a demo account',
  },
});
