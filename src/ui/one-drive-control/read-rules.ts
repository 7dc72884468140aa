import { parseAccept, type PickRules } from '../../drive';
import {
  ACTIONS,
  SOURCES,
  USUAL_SOURCES,
  type Action,
  type ControlProps,
  type PickOptions,
  type PickProps,
  type Source,
} from '../../host';
import { wordsOf } from './settings';

/** What may be picked: as a call of `pick()` says, and where it says nothing, as the properties do. */
export function readRules(props: PickProps, call: PickOptions = {}): PickRules {
  const maxCount = atLeast(1, call.maxCount ?? props.maxCount);
  // A call that names a number wants that many, whatever the property allows while browsing.
  const selection = call.selection ?? (call.maxCount === undefined ? props.selection : undefined);
  return {
    kind: call.pickKind ?? props.pickKind ?? 'files',
    accept: parseAccept(call.accept ?? props.accept),
    selection: selection ?? (maxCount !== undefined && maxCount > 1 ? 'multiple' : 'single'),
    maxCount,
    maxSize: atLeast(0, call.maxSize ?? props.maxSize),
    filter: call.itemFilter ?? props.itemFilter ?? undefined,
  };
}

/** What users may do. */
export function readActions(
  { can, readonly = false }: Pick<ControlProps, 'can' | 'readonly'>,
  doing: keyof typeof ALLOWED,
): ReadonlySet<Action> {
  const named = typeof can === 'string' ? wordsOf(can) : can;
  const allowed: readonly string[] = named ?? ALLOWED[doing];
  return new Set(
    ACTIONS.filter((action) => allowed.includes(action) && (!readonly || action === 'download')),
  );
}

/** Where users can begin; files of this device have a meaning only while something is picked. */
export function readSources(
  { sources }: Pick<ControlProps, 'sources'>,
  isPicking: boolean,
): ReadonlySet<Source> {
  const named: readonly string[] = (typeof sources === 'string' ? wordsOf(sources) : sources) ?? UNLESS_TOLD;
  return new Set(SOURCES.filter((source) => named.includes(source) && (isPicking || source !== 'device')));
}

const UNLESS_TOLD = [...USUAL_SOURCES, 'device'];

/** Unless the host says otherwise. */
const ALLOWED = {
  browsing: ACTIONS,
  picking: ['upload', 'new-folder'],
  saving: ['new-folder'],
} satisfies Record<string, readonly Action[]>;

/** Numbers come out of attributes and forms: what is none sets no limit. */
function atLeast(least: number, value: number | undefined): number | undefined {
  return typeof value === 'number' && value >= least ? value : undefined;
}
