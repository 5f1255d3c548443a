import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listen, readBody } from './listen.ts';
import { messagePage, personaPage } from './oidc-page.ts';
import { ALGORITHM, type TokenMint, type TokenSubject } from './oidc-tokens.ts';
import { listPersonas, type Persona, type Personas } from './personas.ts';

export interface OidcOptions {
  readonly port: number;
  readonly clientId: string;
  readonly personas: Personas;
  /** Called once the address, and with it the issuer, is known. */
  mint(issuer: string): TokenMint;
}

export interface Oidc extends Listening {
  readonly issuer: string;
  /** An ID token without the detour over the page; any subject will do. */
  tokenFor(sub: string): Promise<string>;
}

interface Grant {
  readonly subject: TokenSubject;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | undefined;
  /** Real milliseconds since the epoch. */
  readonly until: number;
}

const CODE_LIFETIME_MS = 60_000;
const FORM_LIMIT = 64 * 1024;

class Refused extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/**
 * A development OpenID provider: authorization code with PKCE (S256), nothing else. Whoever can open the page can be
 * anybody on it, so it listens on loopback only and sends codes to loopback only.
 */
export async function serveOidc(options: OidcOptions): Promise<Oidc> {
  const grants = new Map<string, Grant>();
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    provider?.answer(request, response).catch(() => response.destroy());
  });
  const listening = await listen(server, options.port, 'OIDC');
  provider = new Provider(options, listening.url, options.mint(listening.url), grants);
  return { ...listening, issuer: listening.url, tokenFor: (sub) => (provider as Provider).tokenFor(sub) };
}

class Provider {
  private readonly options: OidcOptions;
  private readonly issuer: string;
  private readonly mint: TokenMint;
  private readonly grants: Map<string, Grant>;

  constructor(options: OidcOptions, issuer: string, mint: TokenMint, grants: Map<string, Grant>) {
    this.options = options;
    this.issuer = issuer;
    this.mint = mint;
    this.grants = grants;
  }

  async tokenFor(sub: string): Promise<string> {
    return (await this.mint.issue(await this.subject(sub))).id_token;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    try {
      await this.route(`${request.method} ${url.pathname}`, url.searchParams, request, response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (url.pathname === '/token') {
        json(response, 400, { error: error.code, error_description: error.message });
      } else html(response, 400, messagePage('无法登录', error.message));
    }
  }

  private async route(
    route: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (route) {
      case 'GET /.well-known/openid-configuration':
        return json(response, 200, this.configuration());
      case 'GET /jwks.json':
        return json(response, 200, { keys: [this.mint.jwk] });
      case 'GET /authorize':
        this.checkAuthorization(query);
        return html(response, 200, personaPage(await listPersonas(this.options.personas), query));
      case 'POST /authorize':
        return redirect(response, await this.authorize(await form(request)));
      case 'POST /token':
        return json(response, 200, await this.exchange(await form(request)));
      case 'GET /userinfo':
        return this.userinfo(request, response);
      case 'GET /logout':
        return this.logout(query, response);
      default:
        return html(response, 404, messagePage('没有此页', '本地址只用于演示登录。'));
    }
  }

  private configuration(): unknown {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      end_session_endpoint: `${this.issuer}/logout`,
      jwks_uri: `${this.issuer}/jwks.json`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [ALGORITHM],
      scopes_supported: ['openid', 'profile'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['S256'],
      claims_supported: ['sub', 'name', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce'],
    };
  }

  private checkAuthorization(query: URLSearchParams): void {
    const isLoopback = onLoopback(query.get('redirect_uri'));
    if (query.get('client_id') !== this.options.clientId || !isLoopback) {
      throw new Refused('invalid_request', 'client_id 不符,或 redirect_uri 不是本机地址。');
    }
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') {
      throw new Refused('invalid_request', '须使用 response_type=code 与 code_challenge_method=S256。');
    }
    if (!query.get('code_challenge')) throw new Refused('invalid_request', '缺少 code_challenge。');
  }

  private async authorize(choice: URLSearchParams): Promise<string> {
    this.checkAuthorization(choice);
    const persona = await this.persona(choice.get('persona') ?? '');
    if (persona === undefined) throw new Refused('access_denied', '没有这个身份。');
    const code = randomBytes(32).toString('base64url');
    const redirectUri = choice.get('redirect_uri') as string;
    this.grants.set(code, {
      subject: persona,
      redirectUri,
      challenge: choice.get('code_challenge') as string,
      nonce: choice.get('nonce') ?? undefined,
      until: Date.now() + CODE_LIFETIME_MS,
    });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    target.searchParams.set('iss', this.issuer);
    const state = choice.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return target.href;
  }

  private async exchange(request: URLSearchParams): Promise<unknown> {
    if (request.get('grant_type') !== 'authorization_code') {
      throw new Refused('unsupported_grant_type', 'only authorization_code');
    }
    const code = request.get('code') ?? '';
    const grant = this.grants.get(code);
    // Whatever becomes of it, a code works once.
    this.grants.delete(code);
    const verifier = createHash('sha256')
      .update(request.get('code_verifier') ?? '')
      .digest('base64url');
    const clientId = request.get('client_id') ?? this.options.clientId;
    const fits =
      grant !== undefined &&
      grant.until > Date.now() &&
      grant.challenge === verifier &&
      grant.redirectUri === request.get('redirect_uri') &&
      clientId === this.options.clientId;
    if (!fits)
      throw new Refused('invalid_grant', 'unknown, used or expired code, or it does not fit the request');
    return { ...(await this.mint.issue(grant.subject, grant.nonce)), scope: 'openid profile' };
  }

  private async userinfo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const subject = await this.mint.check(token ?? '').catch(() => undefined);
    if (subject === undefined) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
    json(response, subject === undefined ? 401 : 200, subject ?? { error: 'invalid_token' });
  }

  private logout(query: URLSearchParams, response: ServerResponse): void {
    const back = query.get('post_logout_redirect_uri');
    if (back === null) {
      html(response, 200, messagePage('已退出', '可以关闭本页。'));
      return;
    }
    if (!onLoopback(back)) throw new Refused('invalid_request', 'post_logout_redirect_uri 不是本机地址。');
    const target = new URL(back);
    const state = query.get('state');
    if (state !== null) target.searchParams.set('state', state);
    redirect(response, target.href);
  }

  private async persona(sub: string): Promise<Persona | undefined> {
    return (await listPersonas(this.options.personas)).find((persona) => persona.sub === sub);
  }

  private async subject(sub: string): Promise<TokenSubject> {
    return { sub, name: (await this.persona(sub))?.name ?? sub };
  }
}

function onLoopback(address: string | null): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol.startsWith('http') && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

const form = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams((await readBody(request, FORM_LIMIT)).toString());

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(body);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}
