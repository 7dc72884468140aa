/** What a host may allow or forbid. The words of the attribute `can`. */
export const ACTIONS = ['upload', 'new-folder', 'download', 'rename', 'delete'] as const;

export type Action = (typeof ACTIONS)[number];

export type ControlMode = 'browse' | 'pick';
