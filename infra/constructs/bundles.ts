import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../function-names.ts';

/** The folder that `bundleFunctions` filled. */
export class Bundles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** @throws Error when the function has not been bundled */
  code(name: FunctionName): Code {
    const folder = join(this.folder, name);
    if (!existsSync(join(folder, 'index.mjs'))) {
      throw new Error(`${join(folder, 'index.mjs')} is missing: run "node infra/bundle.ts" first`);
    }
    return Code.fromAsset(folder);
  }
}
