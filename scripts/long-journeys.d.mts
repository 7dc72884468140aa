export declare const leavesOutLong: boolean;
export declare function isLong(file: string): boolean;
