import { RefusalCode } from '../../graphql/refusal/refusal-code.js';
import { BadCredentials, TooManyAttempts } from './login-result.js';

const SECONDS_SHOWN_MAX = 90;

/** @param field which held the password. */
export function badCredentials(field = 'password'): BadCredentials {
  return Object.assign(new BadCredentials(), {
    code: RefusalCode.BAD_CREDENTIALS,
    field,
    message:
      field === 'password'
        ? { zh: '用户名或密码不正确，请重新输入。', en: 'Username or password is wrong: enter them again.' }
        : { zh: '原密码不正确，请重新输入。', en: 'The present password is wrong: enter it again.' },
  });
}

export function passwordExpired(): BadCredentials {
  return Object.assign(new BadCredentials(), {
    code: RefusalCode.BAD_CREDENTIALS,
    field: 'password',
    message: {
      zh: '安装时打印的密码已过期，未曾更换。请由安装人员重启服务，终端会另打印一个；如同类管理员另有他人，请提议重设密码。',
      en: 'The password that was printed has expired unchanged. Whoever installed the system starts it again, and the terminal prints another; where there is another administrator of the kind, have a reset proposed.',
    },
  });
}

export function badSecondFactor(): BadCredentials {
  return Object.assign(new BadCredentials(), {
    code: RefusalCode.BAD_SECOND_FACTOR,
    field: 'code',
    message: {
      zh: '动态口令不正确或已用过，请输入新的一个；也可使用恢复码。',
      en: 'The code is wrong or was used: enter the next one, or a recovery code.',
    },
  });
}

export function badActivationCode(): BadCredentials {
  return Object.assign(new BadCredentials(), {
    code: RefusalCode.BAD_ACTIVATION_CODE,
    field: null,
    message: {
      zh: '用户名或激活码不正确，或激活码已使用、已过期。请核对用户名和两半激活码；仍不行时，请两名管理员重新办理重设密码。',
      en: 'The username or the activation code is wrong, or the code was used or has expired: compare the username and both halves. If that does not help, let two administrators reset the password once more.',
    },
  });
}

export function signInLapsed(): BadCredentials {
  return Object.assign(new BadCredentials(), {
    code: RefusalCode.SIGN_IN_LAPSED,
    field: null,
    message: { zh: '已超时或尝试次数过多，请重新登录。', en: 'Too late, or tried too often: sign in again.' },
  });
}

export function tooManyAttempts(retryAfterSeconds: number): TooManyAttempts {
  const isShort = retryAfterSeconds <= SECONDS_SHOWN_MAX;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return Object.assign(new TooManyAttempts(), {
    code: RefusalCode.TOO_MANY_ATTEMPTS,
    field: null,
    retryAfterSeconds,
    message: {
      zh: `尝试次数过多，请 ${isShort ? `${retryAfterSeconds} 秒` : `${minutes} 分钟`}后再试。`,
      en: `Too many attempts: try again in ${isShort ? `${retryAfterSeconds} s` : `${minutes} minutes`}.`,
    },
  });
}
