import { defineMessages } from '../i18n/messages.js';

export const registrationMessages = defineMessages({
  zh: {
    licensed: '执照上的代码校验码不符，凭执照提请登记',
    licensedSays: '由另一位经办人对照执照同意后登记。联系方式在登记后填写。',
    licenceNumber: '执照编号',
    licenceIssuedOn: '执照核发日期',
    submit: '提请登记',
    proposed: (name: string) => `已提请登记 ${name}，待另一位经办人同意`,
    title: '凭执照登记',
    says: '该代码的校验码不符，须由另一位经办人对照执照核对后同意；同意前不能申报。',
    nobody: '没有待同意的提议，企业尚未登记；可重新提请。',
    waits: (until: string) => `待同意，截至 ${until}（含当日）`,
    licence: '执照',
    issued: (number: string, on: string) => `${number}（${on} 核发）`,
    refusedFor: (reason: string) => `未同意：${reason}`,
    onLicence: (number: string, on: string) => `校验码不符，凭执照 ${number}（${on} 核发）由两人登记`,
  },
  en: {
    licensed: 'The licence shows this code, though its check character does not fit',
    licensedSays:
      'A colleague compares it with the licence and agrees; then it is registered. Add a contact afterwards.',
    licenceNumber: 'Number of the licence',
    licenceIssuedOn: 'Licence issued on',
    submit: 'Propose',
    proposed: (name: string) => `${name} is proposed: a colleague has to agree`,
    title: 'Registration with the licence',
    says: 'The check character of this code does not fit. A colleague has to compare it with the licence; nothing is claimed before.',
    nobody: 'No proposal is open, and the enterprise is not registered: propose it anew.',
    waits: (until: string) => `Waits to be agreed to until ${until}`,
    licence: 'Licence',
    issued: (number: string, on: string) => `${number} of ${on}`,
    refusedFor: (reason: string) => `Refused: ${reason}`,
    onLicence: (number: string, on: string) =>
      `The check character does not fit; registered by two from licence ${number} of ${on}`,
  },
});
