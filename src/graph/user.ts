import * as v from 'valibot';

/** Who somebody is. Source: microsoft-graph-docs, resources/user. */
export interface User {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly userPrincipalName: string | undefined;
}

const text = v.nullish(v.string());
const userSchema = v.looseObject({ id: v.string(), displayName: text, userPrincipalName: text });
const driveSchema = v.looseObject({
  id: v.string(),
  owner: v.nullish(
    v.looseObject({ user: v.nullish(v.looseObject({ id: text, displayName: text, email: text })) }),
  ),
});

/** @throws v.ValiError */
export function parseUser(json: unknown): User {
  const { id, displayName, userPrincipalName } = v.parse(userSchema, json);
  return { id, displayName: displayName ?? undefined, userPrincipalName: userPrincipalName ?? undefined };
}

/** The owner of a drive; where it names nobody, the drive's id stands for the person. @throws v.ValiError */
export function parseDriveOwner(json: unknown): User {
  const { id, owner } = v.parse(driveSchema, json);
  const user = owner?.user;
  return {
    id: user?.id ?? id,
    displayName: user?.displayName ?? undefined,
    userPrincipalName: user?.email ?? undefined,
  };
}
