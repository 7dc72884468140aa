import type { Caller, DemoUser } from '../caller';
import type { CopyOperation } from './changes/copy';
import type { Drive } from './model/drive';
import type { Grants } from './bytes/grants';
import type { Ledger } from './ledger';
import type { GraphOptions, GraphPorts } from './graph-ports';
import type { Policy } from './policy';
import type { Place } from './address/resolve';
import type { FileItem, Item } from './model/model';
import type { TeamSite } from './model/site';
import type { QueryOptions } from './protocol/query-options';
import type { Views } from './model/views';
import type { Throttle } from './throttling/throttle';
import type { UploadSession } from './bytes/upload-session';

/**
 * What a preauthenticated URL opens: whatever its viewer finds in the file by then (a person's object id,
 * null for anybody), or the version of that number for good.
 */
export type FileGrant = { readonly drive: Drive; readonly file: FileItem } & (
  { readonly viewer: string | null } | { readonly version: number }
);

/** Everything that lives as long as the service, or until it is reset. */
export interface World {
  readonly ports: GraphPorts;
  readonly options: GraphOptions;
  readonly policy: Policy;
  readonly drives: Map<string, Drive>;
  readonly sites: readonly TeamSite[];
  readonly downloads: Grants<FileGrant>;
  readonly thumbnails: Grants<FileGrant>;
  /** What shows a file in another way: previews and conversions. */
  readonly views: Grants<FileGrant>;
  /** Small pictures already drawn. */
  readonly drawn: Map<string, Promise<Uint8Array<ArrayBuffer>>>;
  readonly sessions: Map<string, UploadSession>;
  readonly copies: Grants<CopyOperation>;
  readonly throttle: Throttle;
  readonly seen: Views;
  readonly ledger: Ledger;
  /** By the object id of a user the ids of the items they keep an eye on, and where these are. */
  readonly followed: Map<string, Map<string, Drive>>;
}

/** One authenticated request that has just come. */
export interface UnreadCall {
  readonly world: World;
  readonly request: Request;
  /** Of the request in the emulator's log; null where nobody counts. */
  readonly number: number | null;
  readonly url: URL;
  readonly options: QueryOptions;
  readonly caller: Caller;
  readonly user: DemoUser;
  /** Answers another request by the same caller: a part of a batch. */
  readonly answer: (request: Request) => Promise<Response>;
}

/** One authenticated request on its way through. */
export interface Call extends UnreadCall {
  /** What it brought; empty where the route takes the body as it comes. */
  readonly text: string;
}

/** A call that has reached a site. */
export interface SiteCall extends Call {
  readonly site: TeamSite;
}

/** Whoever looks at an item. */
export type Viewer = Pick<DemoUser, 'oid' | 'upn'>;

/** What decides how an item is shown. */
export interface ItemView extends Pick<DriveCall, 'world' | 'drive' | 'base' | 'options'> {
  readonly user: Viewer;
}

/** What a share leads to, and what its link gives for as long as the call lasts; an address alone gives nothing. */
export interface Opened {
  readonly item: Item;
  readonly gives: 'nothing' | 'read' | 'write';
}

/** A call that has reached a drive. */
export interface DriveCall extends Call {
  readonly drive: Drive;
  /** How paths in the answer begin: the way the caller came. */
  readonly base: string;
  /** Where the caller came by a share. */
  readonly opened?: Opened | undefined;
}

/** A call that means an item, or a place where one may come to be. */
export interface ItemCall extends DriveCall {
  readonly place: Place;
}
