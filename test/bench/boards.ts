import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { synthesise } from '../../infra/synth.ts';
import { DISTRICT, FOUNDER, PEOPLE, REVIEW, SCHOOL } from '../support/school.ts';
import { type Measure, measure, median } from './measure.ts';
import { CONTENT, OPENING, onItem } from './school.ts';
import { send } from './send.ts';

const ITEMS = 20;
const CONCURRENCY = 8;
const PER_ROUND = 200;
const ROUNDS = 5;
const WARM_UP = 1;

/** Function by the page that it answers with a board. */
const BOARDS = { queries: `/v1/organisations/${SCHOOL}/board`, site: `/o/${SCHOOL}` } as const;

/**
 * A full page of a board, read by visitors, beside a function that answers with the very same bytes and does nothing
 * for it. Both go through the same local door and the same kind of worker; the two take turns.
 */
export async function boardReads(): Promise<Measure[]> {
  const { outDir } = await synthesise();
  const parameters = { DistrictId: DISTRICT, DistrictAdministrator: FOUNDER };
  const ours = await startCloud({ state: 'memory', template: outDir, parameters });
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    await fillBoard(ours);
    await bareCopy(outDir, folder, ours);
    const bare = await startCloud({ state: 'memory', template: folder, parameters });
    try {
      return await compare(ours, bare);
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillBoard(cloud: Cloud): Promise<void> {
  for (const step of OPENING) await send(cloud, step);
  for (let item = 0; item < ITEMS; item += 1) {
    const { id = '' } = await send(cloud, onItem('', 'ProposeItem', PEOPLE.clerk, CONTENT));
    await send(cloud, onItem(id, 'SubmitItem', PEOPLE.clerk));
    // By then it has been screened.
    await cloud.idle();
    await send(cloud, onItem(id, 'ReviewItem', PEOPLE.office, REVIEW));
    await send(cloud, onItem(id, 'ApproveItem', PEOPLE.head));
  }
  await cloud.idle();
}

/** The same assembly, but for the functions that answer with boards: these have the answer in their code. */
async function bareCopy(assembly: string, folder: string, ours: Cloud): Promise<void> {
  cpSync(assembly, folder, { recursive: true });
  const template = JSON.parse(readFileSync(join(folder, 'Gongkai-Application.template.json'), 'utf8'));
  for (const [name, path] of Object.entries(BOARDS)) {
    const response = await fetch(`${ours.url}${path}`);
    const body = await response.text();
    if (body.split(CONTENT.title).length <= ITEMS) throw new Error(`${path} does not show all items`);
    const headers = { 'content-type': response.headers.get('content-type') };
    const answer = JSON.stringify({ statusCode: 200, headers, body });
    const code = `export const handler = async () => (${answer});\n`;
    writeFileSync(join(folder, assetOf(template.Resources, name), 'index.mjs'), code);
  }
}

type Resources = Record<string, { Properties: { Description?: string; Code?: { S3Key: string } } }>;

/** Folder of a function's bundle in the assembly. */
function assetOf(resources: Resources, name: string): string {
  const found = Object.values(resources).find(
    ({ Properties }) => Properties.Description === name && Properties.Code,
  );
  if (!found?.Properties.Code) throw new Error(`no function ${name} in the template`);
  return `asset.${found.Properties.Code.S3Key.replace(/\.zip$/, '')}`;
}

async function compare(ours: Cloud, bare: Cloud): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, path] of Object.entries(BOARDS)) {
    const rates: { readonly ours: number; readonly bare: number }[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      rates.push({ ours: await rateOf(`${ours.url}${path}`), bare: await rateOf(`${bare.url}${path}`) });
    }
    const counted = rates.slice(WARM_UP);
    measures.push(
      measure(
        `boards: bare handler, same bytes (${name})`,
        median(counted.map((one) => one.bare)),
        'a second',
      ),
      measure(
        `boards: a page of ${ITEMS} items / bare (${name})`,
        median(counted.map((one) => one.ours)),
        'a second',
        {
          ratio: median(counted.map((one) => one.ours / one.bare)),
        },
      ),
    );
  }
  return measures;
}

/** Reads a second. */
async function rateOf(url: string): Promise<number> {
  let left = PER_ROUND;
  const start = performance.now();
  const reader = async () => {
    while (left-- > 0) {
      const response = await fetch(url);
      await response.text();
      if (!response.ok) throw new Error(`${url} was answered ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, reader));
  return (PER_ROUND * 1_000) / (performance.now() - start);
}
