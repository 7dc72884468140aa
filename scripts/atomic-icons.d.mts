import type { Plugin } from 'vite';

export function atomicIcons(...folders: readonly string[]): Plugin;
