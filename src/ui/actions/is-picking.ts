import type { Situation } from './situation';

export function isPicking({ control }: Pick<Situation, 'control'>): boolean {
  return control.picker.state.get().status === 'picking';
}
