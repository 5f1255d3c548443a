import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gms),
  ].map(([, from, bare]) => from ?? bare ?? '');

const filesOf = (layer: string): string[] => globSync(`${layer}/**/*.{ts,tsx}`);

/** Files of the layer that import something of the kind, as `file → import`. */
const offenders = (files: readonly string[], isForbidden: (imported: string) => boolean): string[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(isForbidden)
      .map((imported) => `${file} → ${imported}`),
  );

describe('imports run one way: infra → functions → domain', () => {
  test('there is something to check', () => {
    expect(filesOf('domain').length).toBeGreaterThan(40);
    expect(filesOf('domain').flatMap(importsOf)).toContain('zod/mini');
  });

  test('domain imports zod/mini, node:crypto and itself; its calendar also the data of chinese-days', () => {
    const isForeign = (imported: string) =>
      imported.startsWith('.')
        ? /\/(functions|infra|test)\//.test(imported)
        : !['zod/mini', 'node:crypto'].includes(imported);
    const { calendar = [], others = [] } = Object.groupBy(filesOf('domain'), (file) =>
      file.startsWith('domain/calendar/') ? 'calendar' : 'others',
    );
    expect(offenders(others, isForeign)).toEqual([]);
    const foreign = offenders(calendar, isForeign);
    expect(foreign.length).toBeGreaterThan(0);
    const notices = /^domain\/calendar\/notices\.ts → chinese-days\/dist\/years\/\d{4}\.json$/;
    expect(foreign.filter((each) => !notices.test(each))).toEqual([]);
  });

  test('nothing that runs in production imports classic zod, which is three times the code', () => {
    const files = ['domain', 'functions', 'infra'].flatMap(filesOf);
    expect(offenders(files, (each) => /^zod(?!\/mini$)/.test(each))).toEqual([]);
  });

  test('functions know nothing of infra, of tests or of the CDK', () => {
    expect(
      offenders(filesOf('functions'), (each) => /(^|\/)(infra|test)\/|aws-cdk|constructs/.test(each)),
    ).toEqual([]);
  });

  test('only adapters and the wiring of a handler know the AWS SDK', () => {
    const files = filesOf('functions').filter((file) => !/adapters\/|\/handler\.ts$/.test(file));
    expect(offenders(files, (each) => each.startsWith('@aws-sdk/'))).toEqual([]);
  });

  test('infra does not lean on tests', () => {
    expect(offenders(filesOf('infra'), (each) => /\/test\//.test(each))).toEqual([]);
  });
});
