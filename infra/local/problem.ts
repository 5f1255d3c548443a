/**
 * A reason why the local cloud cannot start, told to a person: what is wrong and a way out, once in Chinese and once
 * in English. It is printed without a stack trace.
 */
export class StartProblem extends Error {
  readonly chinese: string;
  readonly english: string;

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
    this.name = 'StartProblem';
    this.chinese = chinese;
    this.english = english;
  }
}

/** For entry points: prints a {@link StartProblem} and ends the process with exit code 1; rethrows anything else. */
export function exitOnStartProblem(error: unknown): never {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** The system's error code (`EADDRINUSE`, `EACCES`, …), if there is one. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Somebody else listens there. */
export class PortTaken extends StartProblem {
  readonly port: number;

  constructor(port: number, what: string) {
    super(
      `端口 ${port}(${what})已被占用:请停止占用它的程序,或换用其他端口。`,
      `Port ${port} (${what}) is taken: stop the program that uses it, or choose another port.`,
    );
    this.port = port;
  }
}
