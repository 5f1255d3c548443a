import { expect, test } from 'vitest';
import { machinePages } from '../../../functions/site/later/machines.ts';
import { laterPages } from '../../../functions/site/later-pages.ts';
import { sampleDistrict } from '../../browser/support/fixture.ts';
import { PUBLIC_URL } from './support.ts';

test('each group of pages that is loaded later answers at the addresses that lead to it, and at no others', async () => {
  const services = (await sampleDistrict()).services(PUBLIC_URL);
  const groups = [...laterPages(services), ...machinePages(services)];
  expect(groups.length).toBeGreaterThan(10);
  for (const { at, load } of groups) {
    const declared = Object.entries(at).flatMap(([method, paths]) =>
      paths.map((path: string) => `${method} ${path}`),
    );
    const { routes } = await load();
    const answered = routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(declared.toSorted(), declared[0]).toEqual([...new Set(answered)].toSorted());
  }
});
