import type { Rejection } from '../../domain/file/rejections.ts';

/** The file itself is at fault: looking again would find the same. */
export class Rejected extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection);
    this.name = 'Rejected';
    this.rejection = rejection;
  }
}

/** Runs somebody else's reader. Whatever it throws means that the file does not open. */
export function opening<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Rejected ? error : new Rejected('damaged');
  }
}
