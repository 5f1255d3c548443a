import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { buildTrivialApp, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

/** The variables that the code of a function asks for at its start. */
function asked(name: string): string[] {
  const folder = join('functions', name);
  const sources = existsSync(folder) ? readdirSync(folder).filter((file) => /\.tsx?$/.test(file)) : [];
  return sources
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/readEnv\(([^)]*)\)/g)])
    .flatMap(([, names = '']) =>
      [...names.matchAll(/'([A-Z_]+)'/g)].map(([, variable]) => variable as string),
    );
}

// A function that is not told what it asks for does not start.
test.each(FUNCTION_NAMES)('%s is told everything that it asks for', (name) => {
  const [, lambda] = templates.application
    .ofType('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.Description === name) ?? [undefined, undefined];
  expect(Object.keys(lambda?.Properties.Environment.Variables ?? {})).toEqual(
    expect.arrayContaining(asked(name)),
  );
});
