import type { Application, Platform } from './applications';
import type { RequestedClaims } from './requested-claims';
import type { RequestedScopes } from './requested-scopes';

export const prompts = ['none', 'login', 'select_account', 'consent'] as const;
export type Prompt = (typeof prompts)[number];

export const responseModes = ['query', 'fragment', 'form_post'] as const;
type ResponseMode = (typeof responseModes)[number];

/** Where an answer to the application goes; only ever a registered redirect URI. */
export interface ReplyAddress {
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | undefined;
}

/** How a sign-in ends. */
export type SignInEnding =
  | {
      readonly kind: 'code';
      readonly platform: Platform;
      readonly reply: ReplyAddress;
      readonly codeChallenge: string | undefined;
      readonly nonce: string | undefined;
      readonly wantsClientInfo: boolean;
    }
  | { readonly kind: 'device'; readonly userCode: string }
  | { readonly kind: 'admin-consent'; readonly reply: ReplyAddress };

/** What a user is asked to sign in for; a valid request. */
export interface SignInRequest {
  readonly application: Application;
  readonly scopes: RequestedScopes;
  readonly claims: RequestedClaims;
  readonly prompt: Prompt | undefined;
  readonly loginHint: string | undefined;
  readonly sid: string | undefined;
  readonly domainHint: string | undefined;
  readonly correlationId: string | undefined;
  readonly ending: SignInEnding;
}
