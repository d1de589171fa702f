import { defineMessages } from '../../i18n/messages.js';

export const activationMessages = defineMessages({
  zh: {
    title: '激活码',
    hint: '提议人和同意人各领一半，分别当面交给本人；本人用两半激活码登录并自设密码。您只能看到自己的一半。',
    yours: (isDrawn: boolean) => `您的一半：${isDrawn ? '已领取' : '待领取'}`,
    others: (name: string, isDrawn: boolean) => `${name}的一半：${isDrawn ? '已领取' : '待领取'}`,
    until: (at: string) => `有效期至 ${at}`,
    expired: (at: string) => `已于 ${at} 过期，仍需要时请提议重设密码`,
    draw: '领取我的一半',
    drawSays: (name: string) =>
      `只显示这一次，请备好纸笔。抄下后当面交给${name}本人，不要交给其他任何人，也不要告诉另一名管理员。`,
    half: (name: string) => `${name}的激活码（您的一半）`,
    handOver: (at: string) => `抄下或打印，当面交给本人。关闭后不再显示；${at} 前有效，遗失须重新提议重设密码。`,
    print: '打印',
    kept: '已记下，关闭',
  },
  en: {
    title: 'Activation codes',
    hint: 'Who proposed draws one half and who agreed the other, and each hands his to the official in person, who signs in with both and chooses a password. You see your own half only.',
    yours: (isDrawn: boolean) => `Your half: ${isDrawn ? 'drawn' : 'to be drawn'}`,
    others: (name: string, isDrawn: boolean) => `The half of ${name}: ${isDrawn ? 'drawn' : 'to be drawn'}`,
    until: (at: string) => `good until ${at}`,
    expired: (at: string) => `expired at ${at}: if one is still needed, propose to reset the password`,
    draw: 'Draw my half',
    drawSays: (name: string) =>
      `It is shown this once: have pen and paper ready. Hand it to ${name} in person, to nobody else, and do not tell the other administrator.`,
    half: (name: string) => `Activation code of ${name} (your half)`,
    handOver: (at: string) =>
      `Write it down or print it, and hand it over in person. It is not shown again; it is good until ${at}, and if it is lost, a new reset has to be proposed.`,
    print: 'Print',
    kept: 'Noted, close',
  },
});
