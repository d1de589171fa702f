import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238: a step of 30 s, six digits, SHA-1, which is what authenticators on telephones know. */
const STEP_S = 30;
const CODE = /^\d{6}$/;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

export function newSecret(): string {
  return generateSecret({ length: SECRET_BYTES });
}

/** What an authenticator reads from a QR code. */
export function uriOf(secret: string, username: string): string {
  return generateURI({ issuer: 'Duixian 兑现', label: username, secret });
}

export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** The step of time that the code belongs to; null when it is none of now, the step before or the one after. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!isCode(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_S });
  return result.valid ? Math.floor(epoch / STEP_S) + result.delta : null;
}
