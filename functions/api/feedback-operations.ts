import type { CommandOperation } from './operations.ts';

export const FEEDBACK_OPERATIONS: readonly CommandOperation[] = [];
