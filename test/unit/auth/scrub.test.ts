import { describe, expect, it } from 'vitest';
import { scrub } from '../../../src/auth/scrub';

describe('a sentence of the identity platform', () => {
  it.each([
    [
      "The tenant's administrator 'Alice Jones' has blocked 'Payroll'.",
      "The tenant's administrator … has blocked ….",
    ],
    ["The user 'Conan O'Brien' is not assigned.", 'The user … is not assigned.'],
    ["The user 'Alice Jones", 'The user …'],
    ['Users of “Contoso Legal” can’t use ‘Payroll’.', 'Users of … can’t use ….'],
    [
      'The resource principal named https://graph.example was not found in the tenant named Contoso Legal Ltd. Ask Alice.',
      'The resource principal named … was not found in the tenant named …',
    ],
    ['Devices of megan@contoso.example are locked.', 'Devices of … are locked.'],
  ])('says nothing of whom it names: %s', (sentence, shown) => {
    expect(scrub(sentence)).toBe(shown);
  });
});
