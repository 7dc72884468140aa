import type { Journey } from './list-journeys.mjs';

export function createFeaturesPage(page: string, journeys: readonly Journey[]): string;
