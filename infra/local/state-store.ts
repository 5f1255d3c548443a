import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartProblem, systemCode } from './problem.ts';

/** What the local cloud itself must remember over a restart: positions in streams, schedules that fired, secrets. */
export interface StateStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  close(): void;
}

const SQLITE_BUSY = 5;

/**
 * Opens `<folder>/state.db`, or a store in memory without a folder. The exclusive lock on the file is also the
 * single-instance lock of the folder: the system lets go of it when the process dies, however it dies.
 *
 * @throws StartProblem when the folder cannot be written or another instance holds it.
 */
export function openStateStore(folder: string | undefined): StateStore {
  const database = folder === undefined ? new DatabaseSync(':memory:') : openExclusively(folder);
  database.exec('CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  const read = database.prepare('SELECT value FROM state WHERE key = ?');
  const write = database.prepare('INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)');
  return {
    get: (key) => read.get(key)?.value as string | undefined,
    set: (key, value) => {
      write.run(key, value);
    },
    close: () => database.close(),
  };
}

function openExclusively(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(folder, error);
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, 'state.db'));
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec('BEGIN EXCLUSIVE; COMMIT;');
    return database;
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) {
      throw new StartProblem(
        `数据目录 ${folder} 正被另一个实例使用:请先停止它,或换用其他目录。`,
        `The state folder ${folder} is in use by another instance: stop that one, or choose another folder.`,
        { cause: error },
      );
    }
    throw unwritable(folder, error);
  }
}

function unwritable(folder: string, error: unknown): StartProblem {
  const code = systemCode(error) ?? '';
  return new StartProblem(
    `无法写入数据目录 ${folder}(${code}):请检查目录权限,或换用其他目录。`,
    `The state folder ${folder} cannot be written (${code}): check its permissions, or choose another folder.`,
    { cause: error },
  );
}
