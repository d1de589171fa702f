import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';

/** Somebody as the provider knows him. */
export interface ProviderPerson {
  readonly groups: readonly string[];
  /** How he proved himself there, as RFC 8176 names it. */
  readonly amr?: readonly string[];
}

const CLIENT = 'duixian';
const FORM = '/interaction/';

/** A real identity provider (OpenID Connect) on this machine: it asks for a name and lets in whoever gives one that it knows. */
export class TestIdentityProvider {
  readonly clientId = CLIENT;
  readonly clientSecret = randomBytes(24).toString('base64url');
  private server: Server | null = null;
  private url: string | null = null;

  /** @param people by subject. */
  constructor(readonly people: Map<string, ProviderPerson> = new Map()) {}

  get issuer(): string {
    if (this.url === null) throw new Error('The provider does not listen.');
    return this.url;
  }

  async start(): Promise<void> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The provider does not listen.');
    this.server = server;
    this.url = `http://127.0.0.1:${address.port}`;
    const provider = this.provider(this.url);
    server.on('request', (request, response) => {
      this.serve(provider, request, response).catch(() => response.destroy());
    });
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
  }

  private provider(issuer: string): Provider {
    const provider: Provider = new Provider(issuer, {
      clients: [
        { client_id: CLIENT, client_secret: this.clientSecret, redirect_uris: ['http://127.0.0.1/oidc/callback'] },
      ],
      findAccount: (_, subject) => {
        const person = this.people.get(subject);
        return person && { accountId: subject, claims: () => ({ sub: subject, groups: person.groups }) };
      },
      claims: { openid: ['sub', 'amr'], profile: ['groups'] },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `${FORM}${uid}` },
      // Nobody is asked whether his own office may know his groups.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({
          ...(oidc.client && { clientId: oidc.client.clientId }),
          ...(oidc.session?.accountId !== undefined && { accountId: oidc.session.accountId }),
        });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
    // Where the application listens is known only once it does.
    provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).hostname === '127.0.0.1';
    return provider;
  }

  private async serve(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.issuer);
    if (pathname === '/favicon.ico') {
      response.statusCode = 204;
      response.end();
    } else if (!pathname.startsWith(FORM)) {
      await provider.callback()(request, response);
    } else if (searchParams.has('cancel')) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
    } else if (searchParams.has('name')) {
      const accountId = searchParams.get('name') ?? '';
      const login = { accountId, remember: false, amr: [...(this.people.get(accountId)?.amr ?? ['pwd'])] };
      await provider.interactionFinished(request, response, { login });
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<form action="${pathname}"><label>Name <input name="name"></label><button>Continue</button><button name="cancel" value="1">Cancel</button></form>`,
      );
    }
  }
}
