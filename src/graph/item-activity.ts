import * as v from 'valibot';

/** How often something was looked at, and by how many people. Source: microsoft-graph-docs, resources/itemActivityStat. */
export interface Views {
  readonly actions: number;
  readonly people: number;
}

const number = v.nullish(v.number());
const schema = v.looseObject({
  access: v.nullish(v.looseObject({ actionCount: number, actorCount: number })),
});

/** What nobody did is left out. @throws v.ValiError */
export function parseViews(json: unknown): Views {
  const { access } = v.parse(schema, json);
  return { actions: access?.actionCount ?? 0, people: access?.actorCount ?? 0 };
}
