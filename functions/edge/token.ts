import { refuse } from '../../domain/kernel/refusal.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Discovered, ProviderMetadata } from './id-token.ts';

/** Who signed in, as the provider says. */
export interface Identity {
  /** `sub` of the ID token: the id that rosters name a person by. */
  readonly person: string;
  readonly name: string;
}

/**
 * An OpenID Connect provider. Keep one at module scope: it remembers the metadata and the keys. What checks tokens is
 * loaded with the first of them: visitors have none.
 */
export class OidcProvider {
  readonly #issuer: string;
  readonly #clientId: string;
  #discovered: Promise<Discovered> | undefined;

  constructor(issuer: string, clientId: string) {
    this.#issuer = issuer;
    this.#clientId = clientId;
  }

  /** Where to send people to sign in. @throws Error when the provider cannot be reached or is another one */
  async metadata(): Promise<ProviderMetadata> {
    return (await this.#discover()).metadata;
  }

  /**
   * Checks signature, issuer, audience and validity of an ID token at the time of the request.
   * @throws Refusal `token-rejected`; Error when the provider's keys cannot be had
   */
  async identify(token: string, now: Instant): Promise<Identity> {
    const { keys } = await this.#discover();
    const { verifyIdToken } = await import('./id-token.ts');
    return verifyIdToken(token, { keys, issuer: this.#issuer, audience: this.#clientId, now });
  }

  #discover(): Promise<Discovered> {
    this.#discovered ??= discovered(this.#issuer).catch((error: unknown) => {
      // The next request tries again instead of repeating this failure for ever.
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }
}

const discovered = async (issuer: string) => (await import('./id-token.ts')).discover(issuer);

/** The token of an `Authorization` header; undefined without one. @throws Refusal `token-rejected` */
export function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(header) ?? refuse('token-rejected');
  return token;
}
