import type { Cloud } from '../../infra/local/cloud.ts';
import { requestOf, type Step } from '../support/school.ts';

interface Answer {
  readonly id?: string;
  readonly secret?: string;
}

/** Sends a step through the API. @throws Error with the answer when it is refused */
export async function send(cloud: Cloud, step: Step): Promise<Answer> {
  const { method, path, body } = requestOf(step);
  const response = await fetch(`${cloud.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await cloud.tokenFor(step.person)}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${step.command} was answered ${response.status}: ${text}`);
  return JSON.parse(text) as Answer;
}
