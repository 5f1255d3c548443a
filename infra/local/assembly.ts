import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './problem.ts';

/** A resource as it stands in a template: intrinsics not resolved yet. */
export interface RawResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly Condition?: string;
  readonly Metadata?: Record<string, unknown>;
}

interface RawTemplate {
  readonly Parameters?: Record<string, { Type: string; Default?: unknown; AllowedPattern?: string }>;
  readonly Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  readonly Conditions?: Record<string, unknown>;
  readonly Resources?: Record<string, RawResource>;
  readonly Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>;
}

export interface Stack {
  readonly name: string;
  readonly template: RawTemplate;
  /** Object key in the asset bucket → file or folder on this machine. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads what `cdk synth` wrote: every stack that the manifest names, with its assets.
 *
 * @throws StartProblem when the folder holds no cloud assembly.
 */
export function readAssembly(folder: string): readonly Stack[] {
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) {
    throw new StartProblem(
      `${folder} 中没有合成好的模板:请先运行 npx cdk synth。`,
      `There is no synthesised template in ${folder}: run npx cdk synth first.`,
    );
  }
  const manifest = readJson(manifestFile) as { artifacts?: Record<string, Artifact> };
  const stacks = Object.entries(manifest.artifacts ?? {})
    .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
    .map(([id, artifact]) => ({
      name: artifact.properties?.stackName ?? id,
      template: readJson(join(folder, artifact.properties?.templateFile ?? `${id}.template.json`)),
      assets: readAssets(folder, id),
    }));
  if (stacks.length > 0) return stacks as readonly Stack[];
  throw new StartProblem(
    `${folder} 的 manifest.json 没有列出任何堆栈:请重新运行 npx cdk synth。`,
    `manifest.json in ${folder} names no stack: run npx cdk synth again.`,
  );
}

interface Artifact {
  readonly type: string;
  readonly properties?: { readonly templateFile?: string; readonly stackName?: string };
}

interface AssetManifest {
  readonly files?: Record<
    string,
    { source: { path?: string }; destinations: Record<string, { objectKey: string }> }
  >;
}

function readAssets(folder: string, stackId: string): Map<string, string> {
  const file = join(folder, `${stackId}.assets.json`);
  const assets = new Map<string, string>();
  if (!existsSync(file)) return assets;
  for (const asset of Object.values((readJson(file) as AssetManifest).files ?? {})) {
    if (asset.source.path === undefined) continue;
    for (const { objectKey } of Object.values(asset.destinations)) {
      assets.set(objectKey, join(folder, asset.source.path));
    }
  }
  return assets;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
