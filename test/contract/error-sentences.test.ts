import { AuthorizeProtocol, Logger, ResponseHandler } from '@azure/msal-common/browser';
import { describe, expect, test } from 'vitest';
import { toSignInError } from '../../src/auth/sign-in-error';
import { explainError, findExplanation, type FoundExplanation } from '../../src/locales/explanations';
import { useIdentityEmulator } from '../support/identity-emulator';
import { causes, raiseScripted, scripted, type Refusal } from './support/refusal-causes';

/**
 * Each code of auth.md 5.5 is raised by the emulator, goes through the library's own parsing into the control's error,
 * and ends in a sentence of its own. What stays on Microsoft's page is what a person types into the look-up.
 */
const world = useIdentityEmulator();
const sentences = new Map<string, string>();

const SCRIPTED = scripted.flatMap(([at, codes]) => codes.map((code) => [code, at] as const));

describe('a refusal ends in its own sentence', () => {
  test.each(Object.keys(causes))('AADSTS%s by its cause', async (code) => {
    expectOwnSentence(code, explain(await causes[Number(code)]?.(world)));
  });

  test.each(SCRIPTED)('AADSTS%i, scripted at %s', async (code, at) => {
    expectOwnSentence(String(code), explain(await raiseScripted(world, at, code)));
  });

  test('at least 45, and none twice', () => {
    expect(sentences.size).toBeGreaterThanOrEqual(45);
    expect(new Set(sentences.values()).size).toBe(sentences.size);
  });
});

function expectOwnSentence(code: string, found: FoundExplanation | undefined) {
  expect(found?.code).toBe(`AADSTS${code}`);
  sentences.set(code, found?.explanation.what ?? '');
}

function explain(refusal: Refusal | undefined): FoundExplanation | undefined {
  switch (refusal?.at) {
    case 'page':
      return findExplanation(/AADSTS\d+[^<]*/.exec(refusal.shown)?.[0] ?? '');
    case 'redirect': {
      const { answer } = refusal;
      const state = answer.get('state') ?? '';
      return explainThrown(() =>
        AuthorizeProtocol.validateAuthorizationResponse(Object.fromEntries(answer), state, 'correlation'),
      );
    }
    case 'token': {
      const handler = { logger: new Logger({}) };
      return explainThrown(() =>
        ResponseHandler.prototype.validateTokenResponse.call(handler, refusal.body, 'correlation'),
      );
    }
    case undefined:
      return undefined;
  }
}

function explainThrown(parse: () => void): FoundExplanation | undefined {
  try {
    parse();
  } catch (reason) {
    return explainError(toSignInError(reason));
  }
  return undefined;
}
