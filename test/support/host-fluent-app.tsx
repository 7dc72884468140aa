import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  FluentProvider,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** What a page with a Fluent UI v9 of its own has; `host-dialog` on the document opens its dialog. */
function HostApp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    document.addEventListener('host-dialog', show);
    return () => document.removeEventListener('host-dialog', show);
  }, []);
  return (
    <FluentProvider theme={webLightTheme}>
      <Toolbar aria-label="Host toolbar">
        {['Cut', 'Copy', 'Paste'].map((word) => (
          <ToolbarButton key={word}>{word}</ToolbarButton>
        ))}
      </Toolbar>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button>Host menu</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem>First</MenuItem>
            <MenuItem>Second</MenuItem>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem>More</MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem>Deep</MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button>Host dialog</Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>Of the host</DialogTitle>
            <Input aria-label="Host field" />
            <DialogActions>
              <Button>Host yes</Button>
              <Button onClick={() => setOpen(false)}>Host no</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </FluentProvider>
  );
}

const place = document.querySelector('#host-app');
if (place) createRoot(place).render(<HostApp />);
