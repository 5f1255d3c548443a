import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL', 'FATAL'];

const rank = (level: string): number => {
  const found = LEVELS.indexOf(level.toUpperCase());
  return found < 0 ? LEVELS.indexOf('INFO') : found;
};

/** Splits what a function prints into lines and keeps those at or above its level, each in a file of its own. */
export class FunctionLog {
  private readonly file: WriteStream | undefined;
  private readonly threshold: number;
  private readonly onLine: (line: string, level: string) => void;
  private rest = '';

  /**
   * @param folder of the log files; undefined keeps none.
   * @param level lines below it are dropped; a line that is not a JSON object with a level counts as INFO.
   */
  constructor(
    folder: string | undefined,
    name: string,
    level: string,
    onLine: (line: string, level: string) => void,
  ) {
    this.threshold = rank(level);
    this.onLine = onLine;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    this.file = createWriteStream(join(folder, `${name}.log`), { flags: 'a', mode: 0o600 });
  }

  write(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line);
  }

  close(): Promise<void> {
    if (this.rest !== '') this.line(this.rest);
    this.rest = '';
    return new Promise((resolve) => (this.file === undefined ? resolve() : this.file.end(resolve)));
  }

  private line(line: string): void {
    const level = levelOf(line);
    if (line === '' || rank(level) < this.threshold) return;
    this.file?.write(`${line}\n`);
    this.onLine(line, level);
  }
}

function levelOf(line: string): string {
  if (!line.startsWith('{')) return 'INFO';
  try {
    return String(JSON.parse(line).level ?? 'INFO');
  } catch {
    return 'INFO';
  }
}
