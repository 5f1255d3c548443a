import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { buildApp, type GongkaiApp } from '../../infra/app.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties of forty resource types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, which is gone when the tests of the file are over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-infra-'));
  scratch.push(folder);
  return folder;
}

/** A folder with one function a name, each of which answers with its own name. */
export function trivialFunctions(names: readonly string[] = FUNCTION_NAMES): string {
  const folder = join(scratchFolder(), 'functions');
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'handler.ts'), `export const handler = async () => '${name}';\n`);
  }
  return folder;
}

/** The app over trivial functions, so that these tests are about the templates only. Not validated. */
export async function buildTrivialApp(validate = false): Promise<GongkaiApp> {
  const folder = scratchFolder();
  const bundlesDir = join(folder, 'bundles');
  await bundleFunctions(bundlesDir, { functionsDir: trivialFunctions() });
  return buildApp({ bundlesDir, outDir: join(folder, 'cdk.out'), validate });
}

interface TemplateJson {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
  readonly Parameters?: Readonly<
    Record<
      string,
      { readonly AllowedPattern: string; readonly Default?: string; readonly Description: string }
    >
  >;
}

/** A synthesised stack, asked by type. */
export class StackTemplate {
  readonly json: TemplateJson;

  constructor(template: Template) {
    this.json = template.toJSON() as TemplateJson;
  }

  get resources(): TemplateJson['Resources'] {
    return this.json.Resources;
  }

  ofType(type: string): [logicalId: string, resource: Resource][] {
    return Object.entries(this.resources).filter(([, resource]) => resource.Type === type);
  }

  /** The only resource of its type. */
  single(type: string): Resource {
    const found = this.ofType(type);
    if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}`);
    return found[0]?.[1] as Resource;
  }
}

export interface Templates {
  readonly record: StackTemplate;
  readonly application: StackTemplate;
  readonly watch: StackTemplate;
  readonly all: readonly StackTemplate[];
  /** Logical id behind a `Ref`, a `Fn::GetAtt` or, across stacks, a `Fn::ImportValue`; undefined for other values. */
  referent(value: unknown): string | undefined;
}

export function templatesOf({ record, application, watch }: GongkaiApp): Templates {
  const [r, a, w] = [record, application, watch].map(
    (stack) => new StackTemplate(Template.fromStack(stack)),
  ) as [StackTemplate, StackTemplate, StackTemplate];
  const all = [r, a, w];
  const exported = new Map(
    all.flatMap(({ json }) => Object.values(json.Outputs ?? {})).map((o) => [o.Export?.Name, o.Value]),
  );
  function referent(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('Ref' in value) return String(value.Ref);
    if ('Fn::GetAtt' in value) return String((value['Fn::GetAtt'] as string[])[0]);
    if ('Fn::ImportValue' in value) return referent(exported.get(String(value['Fn::ImportValue'])));
    return undefined;
  }
  return { record: r, application: a, watch: w, all, referent };
}

/** Every string in a value, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
