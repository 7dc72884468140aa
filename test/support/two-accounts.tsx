import { render, within } from '@testing-library/react';
import { createOneDriveControl } from '../../src/control';
import { createBrowserEnvironment } from '../../src/lib';
import { createOneDriveComponent } from '../../src/ui';

type Props = Parameters<ReturnType<typeof createOneDriveComponent>>[0];

interface FakeAccount {
  /** Names of the files at the top of the drive; a file's id is its name in small letters. */
  readonly files: readonly string[];
}

/** The wired component over a Graph in memory, whose drive is that of whoever has the token: a token is a name. */
export function createTwoAccounts(accounts: Readonly<Record<string, FakeAccount>>) {
  const asked: string[] = [];
  const answer = async (address: string, init: RequestInit = {}) => {
    const name = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const { pathname } = new URL(address);
    const account = accounts[name];
    asked.push(`${name} ${init.method ?? 'GET'} ${pathname}`);
    if (!account) return refuse(401, 'InvalidAuthenticationToken');
    if (pathname === '/v1.0/me') {
      return Response.json({ id: name, displayName: name, userPrincipalName: `${name}@contoso.example` });
    }
    if (pathname === '/v1.0/me/drive/root') return Response.json(rootOf(name));
    if (pathname.endsWith('/items/root/children')) {
      return Response.json({ value: account.files.map((file) => fileOf(name, file)) });
    }
    const sent = /\/items\/root:\/(.+):\/content$/.exec(pathname)?.[1];
    if (init.method === 'PUT' && sent) return Response.json(fileOf(name, sent), { status: 201 });
    const file = account.files.find((given) => pathname.endsWith(`/items/${given.toLowerCase()}`));
    return file ? Response.json(fileOf(name, file)) : refuse(404, 'itemNotFound');
  };
  const fetch: typeof globalThis.fetch = (input, init) =>
    answer(input instanceof Request ? input.url : String(input), init);
  const environment = { ...createBrowserEnvironment(), fetch };
  const OneDriveControl = createOneDriveComponent((options) =>
    createOneDriveControl({ ...options, environment }),
  );
  const show = (props: Props) => {
    const element = (next: Props) => <OneDriveControl graph="https://graph.example/v1.0" {...next} />;
    const view = render(element(props));
    const inside = () => {
      const body = view.container.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('.body');
      if (!body) throw new Error('There is no shadow root.');
      return within(body);
    };
    return { ...view, inside, change: (next: Props) => view.rerender(element(next)) };
  };
  return { asked, show };
}

function refuse(status: number, code: string): Response {
  return Response.json({ error: { code, message: code } }, { status });
}

function rootOf(name: string) {
  return {
    id: 'root',
    name: 'root',
    parentReference: { driveId: `drive of ${name}` },
    root: {},
    folder: { childCount: 1 },
  };
}

function fileOf(name: string, file: string) {
  return {
    id: file.toLowerCase(),
    name: file,
    size: 10,
    file: { mimeType: 'application/pdf' },
    parentReference: { driveId: `drive of ${name}`, id: 'root' },
  };
}
