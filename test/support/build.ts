import { synthesise } from '../../infra/synth.ts';

/** The real template and the real bundles, built once before any test reads them. */
export default async function setup(): Promise<void> {
  await synthesise();
}
