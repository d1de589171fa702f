import { defineMessages } from '../i18n/messages.js';

export const loginMessages = defineMessages({
  zh: {
    username: '用户名',
    password: '密码',
    logIn: '登录',
    demo: '这是演示系统，可用任一演示账号登录；密码在启动时的终端里。',
    demoAccount: '选演示账号',
  },
  en: {
    username: 'Username',
    password: 'Password',
    logIn: 'Log in',
    demo: 'This is a demonstration. Use any of its accounts; the password is on the terminal that started it.',
    demoAccount: 'Choose a demo account',
  },
});
