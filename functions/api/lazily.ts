/**
 * Makes something when it is first asked for, and once. Schemas are made so: each costs time, and a function that has
 * just been started for one request needs one of them.
 */
export function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
