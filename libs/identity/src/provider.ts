/**
 * Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. The provider's keys are fetched
 * again when a token names one that is not known, so they may be rotated at any time. Clocks may differ by a minute.
 */
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { RoleMapping } from './role-mapping.js';

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly mapping: RoleMapping;
  /** Of the button. */
  readonly label?: string;
  readonly scope?: string;
  /** How a person must have signed in there (`acr`), any of these. Default: as the provider sees fit. */
  readonly strength?: readonly string[];
}

/** Kept by the browser, sealed, between going to the provider and coming back. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly until: number;
}

export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string | undefined;
  readonly providerSession: string | undefined;
}

/** The provider does not answer, or its answer does not hold. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
}

const SKEW_SECONDS = 60;
/** Tokens come straight from the provider: an old one is somebody's find, one of tomorrow a broken clock. */
const FRESH_SECONDS = 300;
const FLOW_MS = 10 * 60_000;
const DISCOVER_EVERY_MS = 3_600_000;
/** Tokens with invented keys must not become a stream of requests to the provider. */
const KEYS_COOLDOWN_MS = 1_000;
const BACK_CHANNEL_LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

interface Discovered {
  readonly config: client.Configuration;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
  readonly at: number;
}

export class Provider {
  private discovered: Discovered | undefined;
  private discovering: Promise<Discovered> | undefined;
  /** Logout tokens that were heard: each counts once. */
  private readonly heard = new Map<string, number>();

  constructor(
    private readonly options: ProviderOptions,
    /** Ours, as the browser sees it; known once the server listens. */
    private readonly publicUrl: () => string,
    private readonly now: () => Date,
  ) {}

  private get redirectUri(): string {
    return `${this.publicUrl()}/api/sign-in/provider/callback`;
  }

  get label(): string {
    return this.options.label ?? new URL(this.options.issuer).hostname;
  }

  get mapping(): RoleMapping {
    return this.options.mapping;
  }

  /** @throws ProviderRefused */
  async start(returnTo: string): Promise<{ url: string; flow: Flow }> {
    const { config } = await this.discovery();
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: this.options.scope ?? 'openid profile',
      ...(this.options.strength ? { acr_values: this.options.strength.join(' ') } : {}),
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return {
      url: url.href,
      flow: { state, nonce, verifier, returnTo, until: this.now().getTime() + FLOW_MS },
    };
  }

  /** @throws ProviderRefused */
  async finish(query: string, flow: Flow): Promise<Vouched> {
    if (flow.until < this.now().getTime()) throw new ProviderRefused('the way to the provider took too long');
    const { config, keys } = await this.discovery();
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(this.redirectUri + query), {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      // The connection vouches for the token already; its signature shows that the provider's keys do as well.
      await jwtVerify(tokens.id_token!, keys, this.expected(claims.iss));
      requireStrength(claims, this.options.strength);
      const more = config.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
        : {};
      const sid = claims['sid'];
      return {
        issuer: claims.iss,
        subject: claims.sub,
        claims: { ...more, ...claims },
        idToken: tokens.id_token,
        providerSession: typeof sid === 'string' ? sid : undefined,
      };
    } catch (error) {
      throw new ProviderRefused(`the provider's answer does not hold: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  /** Where to send a person who signs out here, so that the provider's session ends too. */
  async signOutUrl(idToken: string | undefined): Promise<string | undefined> {
    const { config } = await this.discovery();
    if (!config.serverMetadata().end_session_endpoint) return undefined;
    const parameters = {
      post_logout_redirect_uri: `${this.publicUrl()}/sign-in`,
      ...(idToken ? { id_token_hint: idToken } : {}),
    };
    return client.buildEndSessionUrl(config, parameters).href;
  }

  /** A token of OpenID Connect Back-Channel Logout 1.0: whose sessions are over. @throws ProviderRefused */
  async readLogoutToken(
    token: string,
  ): Promise<{ issuer: string; subject?: string; providerSession?: string }> {
    const { config, keys } = await this.discovery();
    const { issuer } = config.serverMetadata();
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        ...this.expected(issuer),
        requiredClaims: ['iat', 'jti'],
      }));
    } catch (error) {
      throw new ProviderRefused('not a logout token of the provider', { cause: error });
    }
    const events = payload['events'] as Record<string, unknown> | undefined;
    const { sub, sid, jti } = payload as JWTPayload & { sid?: string };
    if (
      !events?.[BACK_CHANNEL_LOGOUT] ||
      payload['nonce'] !== undefined ||
      (!sub && !sid) ||
      !this.isNew(jti!)
    ) {
      throw new ProviderRefused('not a logout token, or one that was heard before');
    }
    return { issuer, ...(sub ? { subject: sub } : {}), ...(sid ? { providerSession: sid } : {}) };
  }

  private expected(issuer: string) {
    return {
      ...{ issuer, audience: this.options.clientId, maxTokenAge: FRESH_SECONDS },
      ...{ clockTolerance: SKEW_SECONDS, currentDate: this.now() },
    };
  }

  private isNew(jti: string): boolean {
    const now = this.now().getTime();
    for (const [id, until] of this.heard) if (until < now) this.heard.delete(id);
    if (this.heard.has(jti)) return false;
    this.heard.set(jti, now + FLOW_MS);
    return true;
  }

  /** Once an hour. A provider that is away for a moment is taken as it was known. */
  private async discovery(): Promise<Discovered> {
    const now = this.now().getTime();
    const known = this.discovered;
    if (!known || now - known.at > DISCOVER_EVERY_MS) {
      this.discovering ??= this.discover(now).finally(() => (this.discovering = undefined));
      try {
        this.discovered = await this.discovering;
      } catch (error) {
        if (!known) throw new ProviderRefused('the provider does not answer', { cause: error });
      }
    }
    const { config } = this.discovered!;
    // The library looks at the machine's clock: it is told how far ours is from that.
    config[client.clockSkew as never] = Math.round((now - Date.now()) / 1000) as never;
    return this.discovered!;
  }

  private async discover(at: number): Promise<Discovered> {
    const issuer = new URL(this.options.issuer);
    const { clientId, clientSecret } = this.options;
    const config = await client.discovery(
      issuer,
      clientId,
      { [client.clockTolerance]: SKEW_SECONDS, ...(clientSecret ? { client_secret: clientSecret } : {}) },
      clientSecret ? undefined : client.None(),
      { timeout: 10, ...(isLoopback(issuer) ? { execute: [client.allowInsecureRequests] } : {}) },
    );
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri!), {
      cooldownDuration: KEYS_COOLDOWN_MS,
      timeoutDuration: 10_000,
    });
    return { config, keys, at };
  }
}

/** To ask for a strength is not to get it: what was done stands in the token alone. @throws ProviderRefused */
export function requireStrength(
  claims: Readonly<Record<string, unknown>>,
  wanted: readonly string[] | undefined,
): void {
  if (!wanted || (typeof claims['acr'] === 'string' && wanted.includes(claims['acr']))) return;
  throw new ProviderRefused('the person signed in there in a weaker way than is wanted here');
}

/** Without encryption only to this very machine: for trials and tests. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
