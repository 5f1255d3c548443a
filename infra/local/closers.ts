type Close = () => void | Promise<void>;

/** What to close at the end, last opened first. */
export class Closers {
  private readonly list: Close[] = [];

  add(close: Close): void {
    this.list.push(close);
  }

  /** Closes everything once, however often it is called. */
  async close(): Promise<void> {
    for (let close = this.list.pop(); close !== undefined; close = this.list.pop()) await close();
  }
}
