import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config } from '../../config/config.js';
import type { IdentityProviderSettings } from '../../config/identity-provider.js';
import { CONFIG } from '../../config/config.module.js';
import { groupsIn, readOffices, type OfficeTable } from './offices.js';

/** What a browser keeps between being sent to the provider and coming back: each good for one answer. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who somebody is, as the provider says. */
export interface ProvedIdentity {
  readonly issuer: string;
  /** By which the provider knows him for ever, whatever he is called. */
  readonly subject: string;
  readonly groups: readonly string[];
  /** Whether he proved more than one factor there (RFC 8176, `mfa`). */
  readonly secondFactor: boolean;
}

interface Opened {
  readonly settings: IdentityProviderSettings;
  readonly offices: OfficeTable;
}

const TIMEOUT_SECONDS = 10;
const CALLBACK = '/oidc/callback';

/** The identity provider that the installation trusts, by OpenID Connect with an authorization code and PKCE. */
@Injectable()
export class IdentityProvider implements OnModuleInit {
  private opened: Opened | null = null;
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'identityProvider' | 'role'>) {}

  /** @throws StartRefused when its table of offices cannot be read. */
  async onModuleInit(): Promise<void> {
    const { identityProvider: settings, role } = this.config;
    if (settings === null || role === 'worker') return;
    this.opened = { settings, offices: await readOffices(settings.officesFile) };
  }

  /** What people call it; null where there is none. */
  get name(): string | null {
    return this.opened?.settings.name ?? null;
  }

  get offices(): OfficeTable {
    return this.asSetUp().offices;
  }

  /** Where the browser is sent, and what it keeps meanwhile. @throws when the provider does not answer. */
  async challenge(): Promise<{ readonly url: string; readonly challenge: Challenge }> {
    const { settings } = this.asSetUp();
    const challenge = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: settings.publicUrl + CALLBACK,
      scope: settings.scope,
      state: challenge.state,
      nonce: challenge.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(challenge.codeVerifier),
      code_challenge_method: 'S256',
      // Whoever sits here now, and not whom the provider remembers in this browser: windows share computers.
      prompt: 'login',
    });
    return { url: url.href, challenge };
  }

  /**
   * Whom the browser brings back.
   *
   * @param query with which the provider sent it here.
   * @returns null when the provider did not let him in.
   * @throws when the answer is not the one that was asked for, or the provider does not vouch for it.
   */
  async prove(query: string, challenge: Challenge): Promise<ProvedIdentity | null> {
    const { settings, offices } = this.asSetUp();
    const provider = await this.discover();
    let tokens;
    try {
      tokens = await oidc.authorizationCodeGrant(provider, new URL(`${settings.publicUrl}${CALLBACK}${query}`), {
        expectedState: challenge.state,
        expectedNonce: challenge.nonce,
        pkceCodeVerifier: challenge.codeVerifier,
        idTokenExpected: true,
      });
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError) return null;
      throw error;
    }
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The identity provider gave no identity.');
    const { iss: issuer, sub: subject, amr } = claims;
    // Some providers say who somebody is in the token, others only where they are asked for it.
    const said =
      claims[offices.claim] ??
      (provider.serverMetadata().userinfo_endpoint === undefined
        ? undefined
        : (await oidc.fetchUserInfo(provider, tokens.access_token, subject))[offices.claim]);
    return { issuer, subject, groups: groupsIn(said), secondFactor: Array.isArray(amr) && amr.includes('mfa') };
  }

  /** Once; and again where it did not answer. */
  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.asSetUp().settings;
    this.discovered ??= oidc
      .discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        // The settings allow it on this machine only. It is marked so that it stands out.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.discovered = null;
        throw error;
      });
    return this.discovered;
  }

  private asSetUp(): Opened {
    if (this.opened === null) throw new Error('No identity provider is set up.');
    return this.opened;
  }
}
