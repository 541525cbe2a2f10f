/** What the mail services have in common: a call comes in, is verified, and carries mails. */
import type { IncomingHttpHeaders } from 'node:http';

/** A call as it came in: signatures are over these very bytes. */
export interface ProviderRequest {
  headers: IncomingHttpHeaders;
  body: Buffer;
  query: Readonly<Record<string, string>>;
}

/** A mail found in a call; `key` is the same whichever way the mail comes in (`messageKey`). */
export interface DeliveredMail {
  raw: Uint8Array;
  envelopeRecipient: string | null;
  key: string;
}

/** The reason is for our own log: every refused call gets the same answer. */
export type Verdict = { ok: true; token?: string } | { ok: false; reason: Refusal };

export type Refusal =
  | 'no secret is configured'
  | 'no signature'
  | 'wrong signature'
  | 'stale'
  | 'replayed'
  | 'wrong credentials'
  | 'cannot be read';

/**
 * Remembers the tokens of signed calls. A call whose mails could not be stored may come again; one that is settled never.
 */
export interface TokenStore {
  /** True until the token is settled, for the call with this digest of its body that showed it first. */
  isFresh(token: string, digest: string): Promise<boolean>;
  settle(token: string): Promise<void>;
}

export interface MailProvider {
  check(request: ProviderRequest): Promise<Verdict>;
  /** False for every reason alike. Never throws for strange input. */
  verify(request: ProviderRequest): Promise<boolean>;
  /** To be called once all mails of a verified call are stored: the same call again is a replay. */
  settle(request: ProviderRequest): Promise<void>;
  /** To be asked after `verify`. Empty where the call carries no mail. Never throws for strange input. */
  toRaw(request: ProviderRequest): DeliveredMail[];
}

export interface ProviderOptions {
  onRefused?: ((reason: Refusal) => void) | undefined;
  /** Where the provider's `check` names tokens. */
  tokens?: TokenStore;
}

/** Builds a provider whose `verify` is its `check`, and which turns anything thrown into a refusal or no mail. */
export function makeProvider(
  check: (request: ProviderRequest) => Promise<Verdict> | Verdict,
  toRaw: (request: ProviderRequest) => DeliveredMail[],
  { onRefused, tokens }: ProviderOptions = {},
): MailProvider {
  const shown = new WeakMap<ProviderRequest, string>();
  const guarded = async (request: ProviderRequest): Promise<Verdict> => {
    try {
      return await check(request);
    } catch (error) {
      // A store that is down must not look like a forged call: the service would give the mail up.
      if (error instanceof StoreUnavailable) throw error;
      return { ok: false, reason: 'cannot be read' };
    }
  };
  return {
    check: guarded,
    async verify(request) {
      const verdict = await guarded(request);
      if (!verdict.ok) onRefused?.(verdict.reason);
      else if (verdict.token !== undefined) shown.set(request, verdict.token);
      return verdict.ok;
    },
    async settle(request) {
      const token = shown.get(request);
      if (token !== undefined) await tokens?.settle(token);
    },
    toRaw(request) {
      try {
        return toRaw(request);
      } catch {
        return [];
      }
    },
  };
}

/** The token store did not answer: the call is neither accepted nor refused. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
