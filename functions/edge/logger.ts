type Fields = Readonly<Record<string, unknown>>;

/** The name under which the functions write lines and metrics. */
export const SERVICE = 'gongkai';

let about: Fields = {};

/** One JSON line a message. Log ids and codes, never names, texts or whole events: they may hold personal data. */
export const logger = {
  /** What every line says until the next call: which request it is about. */
  setKeys(keys: Fields): void {
    about = keys;
  },
  warn: (message: string, fields: Fields): void => write('WARN', message, fields),
  /** Each such line raises the function's error alarm. */
  error: (message: string, fields: Fields): void => write('ERROR', message, fields),
};

/** Straight to the stream: Lambda's console would wrap the line, and no filter would find its level. */
export const printLine = (line: Fields): void => {
  process.stdout.write(`${JSON.stringify(line, readable)}\n`);
};

function write(level: string, message: string, fields: Fields): void {
  printLine({
    level,
    message,
    timestamp: new Date().toISOString(),
    service: SERVICE,
    ...about,
    ...fields,
  });
}

/** An error has no members that JSON sees. */
function readable(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, cause };
}
