const { clientId, authority } = await (await fetch('/api/settings')).json();
const [account, files] = document.querySelectorAll('onedrive-control');
for (const control of [account, files]) {
  control.clientId = clientId;
  control.authority = authority;
}
account.strings = { 'connect.action': 'Connect to Microsoft' };
account.addEventListener('od-connection', ({ detail }) => {
  document.querySelector('#documents').hidden = detail.state === 'signed-out';
});
await import('/onedrive/onedrive-control.js');
