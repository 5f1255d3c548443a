/** Requests mostly wait for functions to react; more at a time than this only queue up. */
const AT_A_TIME = 8;

/** Does it for each of them, several at a time. */
export async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const worker = async () => {
    for (const one of queue) await act(one);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}
