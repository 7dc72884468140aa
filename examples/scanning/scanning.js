import { pdfOfImage } from './pdf.js';

const drive = document.querySelector('onedrive-control');
const outcome = document.querySelector('#outcome');
const copy = document.querySelector('#copy');

document.querySelector('#scanner').addEventListener('submit', (event) => {
  event.preventDefault();
  void scanAndSave(new FormData(event.target).get('text'));
});

async function scanAndSave(text) {
  const scan = await scanPage(text);
  URL.revokeObjectURL(copy.href);
  copy.href = URL.createObjectURL(scan);
  copy.hidden = false;
  outcome.textContent = '';
  try {
    // The user chooses folder and name; what fails is told in the control, and can be tried again there.
    const [item] = await drive.save(scan);
    outcome.textContent = `Saved as ${item.name}`;
  } catch (error) {
    outcome.textContent = error.code === 'cancelled' ? 'Not saved' : `Not saved: ${error.message}`;
  }
}

/** What a scanner gives: a picture of the page, in a PDF. */
async function scanPage(text) {
  const now = new Date();
  const canvas = new OffscreenCanvas(1240, 1754); // A4 at 150 dots an inch
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = '48px serif';
  context.fillText(text, 120, 200);
  context.font = '28px serif';
  context.fillText(`Scanned ${now.toLocaleString()}`, 120, 280);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  const pdf = await pdfOfImage(jpeg, canvas);
  // No colons: OneDrive allows none in a name.
  const name = `Scan ${now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')}.pdf`;
  return new File([pdf], name, { type: 'application/pdf' });
}
