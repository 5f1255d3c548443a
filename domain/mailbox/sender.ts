import { withoutControlCharacters } from '../control-characters.ts';

export interface Sender {
  /** Lower case; empty where there is no such thing. Nothing proves it: anybody can write any address there. */
  readonly address: string;
  /** As the mail shows it; empty where it shows none. */
  readonly name: string;
}

const ADDRESS = /^[^\s@<>"(),;:]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])$/;
const LONGEST_NAME = 60;

/** `"张三" <zhang@example.org>`, `zhang@example.org (张三)` or the bare address. */
export function senderOf(from: string): Sender {
  const line = withoutControlCharacters(from).replace(/\s+/g, ' ').trim();
  const open = line.lastIndexOf('<');
  const close = line.indexOf('>', open);
  const isFramed = open >= 0 && close > open;
  const [bare = '', comment = ''] = isFramed ? [] : line.split(' (', 2);
  const address = (isFramed ? line.slice(open + 1, close) : bare).trim().toLowerCase();
  const name = (isFramed ? line.slice(0, open) : comment.replace(/\)$/, '')).replaceAll('"', '').trim();
  const isAddress = ADDRESS.test(address);
  return {
    address: isAddress ? address : '',
    // Many programs write the address again in the place of a name.
    name: name.includes('@') ? '' : withoutControlCharacters(name.slice(0, LONGEST_NAME)).trim(),
  };
}
