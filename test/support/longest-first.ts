import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Browsers and whole clouds take longest: they begin, and what is short fills the gaps at the end. */
const KINDS = ['browser', 'scenario', 'infra', 'property', 'contract', 'unit'];

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      KINDS.indexOf(/\.(\w+)\.spec\.tsx?$/.exec(moduleId)?.[1] ?? '');
    const size = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return files.toSorted((a, b) => rank(a) - rank(b) || (size.get(b) ?? 0) - (size.get(a) ?? 0));
  }
}
