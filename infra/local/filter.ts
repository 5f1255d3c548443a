import { compilePattern, type Matcher, PatternProblem } from './pattern.ts';
import { StartProblem } from './problem.ts';
import type { Resource } from './template.ts';

/**
 * FilterCriteria of an event source mapping: true for what the function wants to see.
 *
 * @throws StartProblem for an operator that is not known.
 */
export function filterOf({ logicalId, type, properties }: Resource): Matcher {
  const filters: { Pattern: string }[] = properties.FilterCriteria?.Filters ?? [];
  if (filters.length === 0) return () => true;
  const matchers = filters.map(({ Pattern }) => patternFor(logicalId, type, JSON.parse(Pattern)));
  return (event) => matchers.some((matches) => matches(event));
}

/** @throws StartProblem that names the resource when the pattern cannot be carried out. */
export function patternFor(logicalId: string, type: string, pattern: unknown): Matcher {
  try {
    return compilePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    throw new StartProblem(
      `${logicalId} (${type}) 的事件模式无法在本机运行:${error.message}。请改写模式,或在 infra/local/pattern.ts 中支持它。`,
      `The event pattern of ${logicalId} (${type}) cannot run here: ${error.message}. Write it otherwise, or support it in infra/local/pattern.ts.`,
      { cause: error },
    );
  }
}
