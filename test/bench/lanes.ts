/**
 * Does things a few at a time, as a queue's consumer does. `start` waits while all lanes are taken, so whoever hands
 * out the work holds no more of it than there are lanes.
 */
export class Lanes {
  readonly #running = new Set<Promise<void>>();
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  /** @throws what an earlier one threw */
  async start(act: () => Promise<unknown>): Promise<void> {
    while (this.#running.size >= this.#count) await Promise.race(this.#running);
    const running: Promise<void> = act().then(() => {
      this.#running.delete(running);
    });
    // Whoever waits next is told; until then nobody may be told that nobody listens.
    running.catch(() => {});
    this.#running.add(running);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }
}
