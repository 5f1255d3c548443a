/**
 * Words so common in what is asked that sharing them says nothing: 公开, 情况, 信息 … They are taken out before Chinese
 * is cut into pairs of characters.
 */
const COMMON =
  /公开|情况|信息|有关|关于|相关|申请|查询|了解|请问|我想|想要|学校|本校|我校|单位|组织|党委|支部|工作|内容|什么|如何|怎么|是否|以及|the|and|about|information/g;

/** A query or a title, cut up to be compared. */
export type Grams = ReadonlySet<string>;

/** Pairs of neighbouring Chinese characters, and words and numbers of two letters or more in lower case. */
export function gramsOf(text: string): Grams {
  const plain = text.normalize('NFKC').toLowerCase().replace(COMMON, ' ');
  const words = plain.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const characters = [...word];
      if (!/\p{Script=Han}/u.test(word)) return characters.length > 1 ? [word] : [];
      return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
    }),
  );
}

export interface Match {
  /** From 0 to 1: how much of the query the text has. */
  readonly score: number;
  /** The grams that both have, in the order of the query. */
  readonly shared: readonly string[];
}

/** At least half of what is asked must be found, so that one common pair is no answer. */
const ENOUGH = 0.5;

/** How well a text answers a query; undefined when it does not. */
export function matchOf(query: Grams, text: string): Match | undefined {
  if (query.size === 0) return undefined;
  const found = gramsOf(text);
  const shared = [...query].filter((gram) => found.has(gram));
  const score = shared.length / query.size;
  return score >= ENOUGH ? { score, shared } : undefined;
}

/** Pairs that overlap written together, as people read them: 党费, 费收, 收缴 → 党费收缴. */
export function phrasesOf(shared: readonly string[]): readonly string[] {
  const phrases: string[] = [];
  for (const gram of shared) {
    const last = phrases.at(-1);
    const [first = '', second = ''] = [...gram];
    if (last?.endsWith(first) && /^\p{Script=Han}{2}$/u.test(gram))
      phrases[phrases.length - 1] = `${last}${second}`;
    else phrases.push(gram);
  }
  return phrases;
}

/** The best first; no more than `most`. */
export function bestMatches<T>(
  query: string,
  candidates: Iterable<T>,
  textOf: (candidate: T) => string,
  most: number,
): readonly (Match & { readonly candidate: T })[] {
  const grams = gramsOf(query);
  return [...candidates]
    .flatMap((candidate) => {
      const match = matchOf(grams, textOf(candidate));
      return match ? [{ ...match, candidate }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}
