import { request } from 'node:http';
import { REGION } from './identity.ts';
import type { Template } from './template.ts';

/** Creates every bucket of the template; one that is there already stays as it is. */
export async function createBuckets(template: Template, endpoint: string): Promise<void> {
  for (const { name } of template.resources('AWS::S3::Bucket')) {
    const exists = await status('HEAD', `${endpoint}/${name}`);
    if (exists === 200) continue;
    const created = await status('PUT', `${endpoint}/${name}`);
    if (created !== 200) throw new Error(`bucket ${name} could not be created: HTTP ${created}`);
  }
}

const status = (method: string, url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/s3/aws4_request` };
    const outgoing = request(url, { method, headers }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0));
    });
    outgoing.on('error', reject).end();
  });
