import type { Drive, Person } from '../drive-parts';

/** Colleagues or friends of whoever made the drive, at the same host name. */
export function peopleAround(
  drive: Drive,
): Readonly<Record<'mina' | 'jonas' | 'sofia' | 'yuki' | 'layla', Person>> {
  const host = drive.root.createdBy.email.split('@')[1] ?? 'example.com';
  const person = (n: number, displayName: string, local: string): Person => ({
    id: `7d1f0c3a-5b2e-4c61-9a0d-00000000000${n}`,
    displayName,
    email: `${local}@${host}`,
  });
  return {
    mina: person(1, 'Mina Okafor', 'mina'),
    jonas: person(2, 'Jonas Lindqvist', 'jonas'),
    sofia: person(3, 'Sofía Herrera', 'sofia'),
    yuki: person(4, 'Yuki Tanaka', 'yuki'),
    layla: person(5, 'Layla Haddad', 'layla'),
  };
}
