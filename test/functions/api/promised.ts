import { ANSWERS } from '../../../functions/api/answers.ts';
import { READS } from '../../../functions/api/reads.ts';

const PATTERNS = READS.map(({ id, path }) => ({
  id,
  fixed: path.split('/').filter((part) => !part.startsWith('{')).length,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))
  // A fixed name stands before a parameter in its place.
  .toSorted((a, b) => b.fixed - a.fixed);

/**
 * Holds an answer against what the OpenAPI document says of it, so that every test that reads anything proves this too.
 * @throws Error naming the reading and what is wrong
 */
export function expectPromised(path: string, body: unknown): void {
  const [bare = ''] = path.split('?');
  const read = PATTERNS.find(({ pattern }) => pattern.test(bare));
  if (!read) return;
  const { error } = ANSWERS[read.id].safeParse(body);
  if (error) throw new Error(`${read.id} answers other than documented: ${error.message}`);
}
