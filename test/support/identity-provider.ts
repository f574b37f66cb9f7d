/** A real OpenID provider in this process, whose people and keys a test changes at will. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import type { Person } from './people.js';

export const CLIENT = { clientId: 'dondoc', clientSecret: 'a secret of some length for tests' };

export interface IdentityProvider {
  readonly issuer: string;
  /** Claims by login. */
  readonly people: Map<string, Record<string, unknown>>;
  /** Once the application's address is known. */
  serve(appUrl: string): void;
  /** New keys; whoever knows the old ones alone is cut off. Sessions are gone too. */
  rotateKeys(): void;
  /** A token by the keys of today, whatever it says. */
  sign(claims: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const people = new Map<string, Record<string, unknown>>();
  let callback: http.RequestListener = (_, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => callback(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let app = '';
  let key = newKey();
  const serve = (appUrl: string) => {
    app = appUrl;
    key = newKey();
    callback = new Provider(issuer, configuration(app, people, key.jwk)).callback();
  };
  return {
    issuer,
    people,
    serve,
    rotateKeys: () => serve(app),
    sign: (claims) =>
      new SignJWT({ iss: issuer, aud: CLIENT.clientId, iat: Math.floor(Date.now() / 1_000), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid })
        .sign(key.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey,
    jwk: { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' },
  };
}

function configuration(
  appUrl: string,
  people: Map<string, Record<string, unknown>>,
  key: object,
): Configuration {
  return {
    jwks: { keys: [key as never] },
    cookies: { keys: [randomUUID()] },
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${appUrl}/api/sign-in/provider/callback`],
        post_logout_redirect_uris: [`${appUrl}/sign-in`],
        backchannel_logout_uri: `${appUrl}/api/sign-in/provider/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'department'] },
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  };
}

/** A person without a screen: follows redirects to the provider and back, and fills in its forms. */
export class Walk {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly provider: IdentityProvider) {}

  /** Returns the address at which the application is asked again: its callback. */
  async toCallback(start: string, login: string): Promise<string> {
    let next = await this.visit(start);
    for (let step = 0; step < 12; step++) {
      if (next.location && !next.location.startsWith(this.provider.issuer)) return next.location;
      if (next.location) next = await this.visit(next.location);
      else next = await this.submit(next.html, login);
    }
    throw new Error(`the provider does not lead back: ${next.html.slice(0, 500)}`);
  }

  /** The provider's own sign-out, confirmed. */
  async signOut(): Promise<void> {
    const page = await this.visit(`${this.provider.issuer}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    await this.visit(`${this.provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  }

  private submit(html: string, login: string) {
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    if (!action || !prompt) throw new Error(`not a form: ${html.slice(0, 500)}`);
    return this.visit(action, { prompt, login, password: 'bất kỳ' });
  }

  private async visit(
    address: string,
    form?: Record<string, string>,
  ): Promise<{ location?: string; html: string }> {
    const response = await fetch(new URL(address, this.provider.issuer), {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return {
      html: await response.text(),
      ...(location ? { location: new URL(location, this.provider.issuer).href } : {}),
    };
  }
}

/** All of it: from our door to the provider and back. Returns where the person is sent in the end. */
export async function signInThrough(
  provider: IdentityProvider,
  person: Person,
  login: string,
  walk = new Walk(provider),
): Promise<string> {
  const start = (await person.get('/api/sign-in/provider')).headers.get('location')!;
  const callback = new URL(await walk.toCallback(start, login));
  return (await person.get(callback.pathname + callback.search)).headers.get('location')!;
}
