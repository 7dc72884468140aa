import { OneDriveControl, type OneDriveControlHandle } from 'onedrive-control';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { settings } from './settings';

function Page() {
  const drive = useRef<OneDriveControlHandle>(null);
  const [folder, setFolder] = useState('');
  return (
    <>
      <h1>React page</h1>
      <p role="status">Folder: {folder}</p>
      <button type="button" onClick={() => drive.current?.navigate('Pictures')}>
        Show my pictures
      </button>
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
