import { defineMessages } from '../i18n/messages.js';

export const loginMessages = defineMessages({
  zh: {
    username: '用户名',
    password: '密码',
    logIn: '登录',
    demo: '这是演示系统，可用以下账号登录；密码见启动时的提示。',
  },
  en: {
    username: 'Username',
    password: 'Password',
    logIn: 'Log in',
    demo: 'This is a demonstration. Use one of these accounts; the password was printed at the start.',
  },
});
