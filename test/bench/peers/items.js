/** The items of the folder as Graph gives them, all at once: `[{ id, name, size, lastModifiedDateTime, … }]`. */
export async function loadItems() {
  const count = new URLSearchParams(location.search).get('items');
  const answer = await fetch(`/items/${count}.json`);
  const items = await answer.json();
  performance.mark('bench:data');
  return items;
}
