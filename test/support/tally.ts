import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Says at the end what ran, by kind, what was skipped and why, and closes with one plain line of counts. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module));
    const by = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = by('skipped');
    for (const [kind, count] of countByKind(tests)) console.log(`  ${kind.padEnd(10)} ${count}`);
    for (const test of skipped) console.log(`  skipped: ${test.fullName}${reasonOf(test)}`);
    console.log(
      `${by('passed').length} passed, ${by('failed').length + broken.length} failed, ${skipped.length} skipped`,
    );
  }
}

/** A file that does not even load has no failed test, but it is a failure all the same. */
const hasFailedTest = (module: TestModule): boolean =>
  [...module.children.allTests()].some((test) => test.result().state === 'failed');

function countByKind(tests: readonly TestCase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { module } of tests) {
    const kind = /\.(\w+)\.spec\.tsx?$/.exec(module.moduleId)?.[1] ?? 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note ? ` (${result.note})` : '';
}
