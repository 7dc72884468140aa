/** A comma-separated table that looks like somebody's work. */
export function expenses(year: number): string {
  const kinds = ['Train', 'Hotel', 'Lunch with the team', 'Books', 'Taxi', 'Conference', 'Office plants'];
  const rows = Array.from({ length: 48 }, (_, i) => {
    const month = String(1 + (i % 12)).padStart(2, '0');
    const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
    return `${year}-${month}-${day},${kinds[i % kinds.length] ?? ''},${((i * 37) % 400) + 12}.${String((i * 13) % 100).padStart(2, '0')},EUR`;
  });
  return ['Date,What,Amount,Currency', ...rows, ''].join('\n');
}

export const meetingNotes = `# Kick-off: website 2026

**Present:** Mina, Jonas, Yuki, Layla

1. Goal: the new site is live before summer.
2. Jonas makes the plan until Friday.
3. Open: who writes the texts?

> Small steps, shown often.
`;

export const readingList = `# Reading list

- [x] The Left Hand of Darkness
- [ ] A Field Guide to Getting Lost
- [ ] Invisible Cities
- [ ] The Rings of Saturn
`;

export const recipe = `Bread, slowly

500 g flour
350 g water
10 g salt
a little yeast

Mix in the evening, fold twice, bake in the morning: 45 minutes at 240 degrees.
`;

export const shopping = `apples
oat milk
coffee
light bulbs (E27)
`;

export const song = `Walking home (draft)

Am            F
The river keeps the colour of the day
C                   G
and carries half of everything we say
`;

export const letter = `Dear Sofía,

thank you for the pictures! I put mine into the shared folder.
See you in May.
`;
