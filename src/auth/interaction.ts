import type { Environment } from '../lib';
import type { Interaction } from './connection';
import type { IdentityConfiguration } from './identity-client';
import type { RedirectObstacle } from './page-leaving';

/**
 * `auto`: a pop-up, and this window where the browser blocks it and the user agrees; the others: nothing else. Where
 * this window can't go away, `redirect` is a pop-up all the same.
 */
export type InteractionChoice = 'auto' | Interaction;

interface InteractionSettings {
  readonly interaction?: InteractionChoice | undefined;
  readonly cacheLocation?: IdentityConfiguration['cacheLocation'];
}

/** How signing in begins, and whether this window may go away for it. */
export interface ResolvedInteraction {
  readonly first: Interaction;
  readonly obstacle: RedirectObstacle | undefined;
}

export function resolveInteraction(
  settings: InteractionSettings,
  environment: Pick<Environment, 'isFramed'>,
): ResolvedInteraction {
  const obstacle = findObstacle(settings, environment);
  return { first: settings.interaction === 'redirect' && !obstacle ? 'redirect' : 'popup', obstacle };
}

function findObstacle(
  { interaction, cacheLocation }: InteractionSettings,
  environment: Pick<Environment, 'isFramed'>,
): RedirectObstacle | undefined {
  if (interaction === 'popup') return 'setting';
  // What is asked, and the tokens of the answer, would be gone with the page.
  if (cacheLocation === 'memoryStorage') return 'memory';
  // Microsoft's pages refuse to be shown in frames.
  return environment.isFramed() ? 'frame' : undefined;
}
