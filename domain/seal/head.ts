import type { SealedCommit } from '../kernel/commit.ts';
import type { StreamName } from '../kernel/scope.ts';

/** Names one commit for good: whatever stands before it in its stream hangs on the hash. */
export type Head = readonly [stream: StreamName, version: number, hash: string];

export const headOf = ({ stream, version, hash }: SealedCommit): Head => [stream, version, hash];
