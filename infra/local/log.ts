/** Where the local cloud tells what it does. One short line a call, no stack traces, no payloads. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
