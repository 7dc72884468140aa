import type { PartReport, Surroundings } from './report';
import { BYTES, countJourney, type HeardRequest, type JourneyRequests } from './requests';
import { table } from './tables';

/** Which requests a short visit costs. Nobody else signs in and lists by itself, so nobody stands beside it. */
export async function requestsPart({
  tell,
}: Pick<Surroundings, 'tell'>): Promise<Omit<PartReport, 'leftOut'>> {
  tell('Graph requests …');
  const results = await countJourney(tell);
  const text = [
    '### Graph requests',
    '“Open the control, enter three folders, come back to the first, preview two files”, on the first visit with signing in, and once more after a reload, signed in. Without the preflights, which stand in a row of their own.',
    table(['step', 'request', 'first visit', 'after a reload'], rowsOf(results)),
    'The others have no such journey: they are given their items, and show no files.',
  ].join('\n\n');
  return { text, comparisons: [], results };
}

function rowsOf({ first, again }: JourneyRequests): string[][] {
  const nameOf = ({ step, method, kind }: HeardRequest) => `${step}\n${method} ${kind}`;
  const isReal = ({ method }: HeardRequest) => method !== 'OPTIONS';
  // The first step of each has another name.
  const opened = (heard: readonly HeardRequest[]) =>
    heard.map((request) => ({ ...request, step: request.step === heard[0]?.step ? 'open' : request.step }));
  const [once, twice] = [opened(first), opened(again)];
  const names = new Set([...once, ...twice].filter(isReal).map(nameOf));
  const count = (heard: readonly HeardRequest[], test: (request: HeardRequest) => boolean) =>
    String(heard.filter(test).length);
  const rows = [...names].map((name) => [
    ...name.split('\n'),
    count(once, (request) => nameOf(request) === name),
    count(twice, (request) => nameOf(request) === name),
  ]);
  const sums: readonly [string, (request: HeardRequest) => boolean][] = [
    ['requests to Graph', (request) => isReal(request) && request.kind !== BYTES],
    ['bytes of files', (request) => isReal(request) && request.kind === BYTES],
    ['preflights', (request) => !isReal(request)],
  ];
  return [...rows, ...sums.map(([name, test]) => ['all', name, count(once, test), count(twice, test)])];
}
