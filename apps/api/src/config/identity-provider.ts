import { z } from 'zod';

/** The identity provider (OpenID Connect) with which officials may sign in beside their password. */
export interface IdentityProviderSettings {
  /** What people call it. */
  readonly name: string;
  /** As the provider names itself, exactly. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Under which address officials reach this system; the provider sends them back to `<address>/oidc/callback`. */
  readonly publicUrl: string;
  readonly scope: string;
  /** File that says which group of the provider holds which office. */
  readonly officesFile: string;
}

/** Secrets and codes travel over these addresses: in the clear only where they leave no machine. */
const address = z.string().transform((text, context): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url.hostname));
  if (isSafe && url.search === '' && url.hash === '') return text.replace(/\/$/, '');
  context.addIssue(
    '请写 https:// 地址，如 https://sso.example.gov.cn，不含查询参数（http:// 只可用于本机）。 Write an address such as ' +
      'https://sso.example.gov.cn, without a query; http:// is for this machine only.',
  );
  return z.NEVER;
});

export const identityProviderVariables = {
  DUIXIAN_OIDC_ISSUER: address.optional(),
  DUIXIAN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  DUIXIAN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  DUIXIAN_OIDC_PUBLIC_URL: address.optional(),
  DUIXIAN_OIDC_OFFICES: z.string().min(1).optional(),
  DUIXIAN_OIDC_NAME: z.string().min(1).max(40).default('统一身份认证'),
  DUIXIAN_OIDC_SCOPE: z
    .string()
    .regex(/^openid( \S+)*$/, '请以 openid 开头，空格分隔。 Begin with openid, spaces between')
    .default('openid profile'),
};

type Variables = z.infer<z.ZodObject<typeof identityProviderVariables>>;

const NEEDED = [
  'DUIXIAN_OIDC_ISSUER',
  'DUIXIAN_OIDC_CLIENT_ID',
  'DUIXIAN_OIDC_CLIENT_SECRET',
  'DUIXIAN_OIDC_PUBLIC_URL',
  'DUIXIAN_OIDC_OFFICES',
] as const;

/** Those that are missing while others are there: a provider is set up whole, or not at all. */
export function missingOfIdentityProvider(variables: Partial<Variables>): string[] {
  const missing = NEEDED.filter((name) => variables[name] === undefined);
  return missing.length === NEEDED.length ? [] : missing;
}

/** Null where none is set up. */
export function identityProviderOf(variables: Variables): IdentityProviderSettings | null {
  const {
    DUIXIAN_OIDC_ISSUER: issuer,
    DUIXIAN_OIDC_CLIENT_ID: clientId,
    DUIXIAN_OIDC_CLIENT_SECRET: clientSecret,
    DUIXIAN_OIDC_PUBLIC_URL: publicUrl,
    DUIXIAN_OIDC_OFFICES: officesFile,
  } = variables;
  if (
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    publicUrl === undefined ||
    officesFile === undefined
  ) {
    return null;
  }
  const { DUIXIAN_OIDC_NAME: name, DUIXIAN_OIDC_SCOPE: scope } = variables;
  return { name, issuer, clientId, clientSecret, publicUrl, scope, officesFile };
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
