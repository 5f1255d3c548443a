/** Gets a small object by its signed link. @throws Error when it is not there */
export async function fetchObject(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the store answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
