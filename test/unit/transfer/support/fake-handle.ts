/** A file of the disk as the browser hands it out, with what the user allows of it. */
export class FakeHandle {
  readonly kind = 'file';
  readonly asked: string[] = [];

  file: File | undefined;
  permission: PermissionState;
  answer: PermissionState;

  constructor(
    file: File | undefined,
    permission: PermissionState = 'granted',
    answer: PermissionState = 'granted',
  ) {
    this.file = file;
    this.permission = permission;
    this.answer = answer;
  }

  get [Symbol.toStringTag](): string {
    return 'FileSystemFileHandle';
  }

  get name(): string {
    return this.file?.name ?? '';
  }

  async getFile(): Promise<File> {
    if (!this.file) throw new DOMException('gone', 'NotFoundError');
    return this.file;
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }

  async requestPermission(): Promise<PermissionState> {
    this.asked.push(this.name);
    this.permission = this.answer;
    return this.answer;
  }

  /** As the browser's own type has it. */
  get asHandle(): FileSystemFileHandle {
    return this as unknown as FileSystemFileHandle;
  }
}
