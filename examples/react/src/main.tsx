import { OneDriveControl, type OneDriveControlHandle } from 'onedrive-control';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { settings } from './settings';

function Page() {
  const drive = useRef<OneDriveControlHandle>(null);
  const [folder, setFolder] = useState('');
  const [attached, setAttached] = useState('');
  const attach = async () => {
    await drive.current?.navigate('Documents');
    const [item] = (await drive.current?.pick({ accept: '.pdf' })) ?? [];
    setAttached(item?.name ?? '');
  };
  return (
    <>
      <h1>React page</h1>
      <p role="status">Folder: {folder}</p>
      <button type="button" onClick={() => drive.current?.navigate('Pictures')}>
        Show my pictures
      </button>
      <button type="button" onClick={() => void attach().catch(() => setAttached('nothing'))}>
        Attach a file
      </button>
      <p role="status">Attached: {attached}</p>
      <OneDriveControl
        {...settings}
        redirectUri="/oauth2callback.html"
        ref={drive}
        onNavigate={({ path }) => setFolder(path)}
      />
    </>
  );
}

const place = document.querySelector('#app');
if (place) createRoot(place).render(<Page />);
