const answer = await fetch('/api/connections');
const connections = await answer.json();
const error = document.getElementById('error');
if (answer.ok) document.querySelector('tbody').append(...connections.map(row));
else Object.assign(error, { hidden: false, textContent: connections.message });

function row({ user, person, since, expiresOn, connected, failure }) {
  const time = (instant) => new Date(instant).toLocaleString();
  const cells = [
    user,
    person?.username,
    time(since),
    time(expiresOn),
    failure ?? (connected ? 'Connected' : 'Ended'),
  ];
  const line = document.createElement('tr');
  for (const text of cells)
    line.append(Object.assign(document.createElement('td'), { textContent: text ?? '' }));
  return line;
}
