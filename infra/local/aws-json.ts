import { Agent, request } from 'node:http';
import { REGION } from './identity.ts';

export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(operation: string, code: string, status: number, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of several services; callers read the documented fields.
type AwsAnswer = any;

export interface AwsJsonClient {
  /** @throws AwsError when the service refuses; the socket's own error when it cannot be reached. */
  call(operation: string, body: unknown): Promise<AwsAnswer>;
  /** Closes every connection; calls that are under way fail. */
  close(): void;
}

const TARGETS = {
  dynamodb: 'DynamoDB_20120810',
  streams: 'DynamoDBStreams_20120810',
  sqs: 'AmazonSQS',
} as const;

/**
 * The JSON protocol of AWS, unsigned, over kept-alive connections. Event sources call it thousands of times a minute,
 * and the SDK has no client for DynamoDB's streams that would not cost another dependency.
 */
export function awsJsonClient(endpoint: string, service: keyof typeof TARGETS): AwsJsonClient {
  const url = new URL(endpoint);
  const agent = new Agent({ keepAlive: true });
  const signingName = service === 'sqs' ? 'sqs' : 'dynamodb';
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20260101T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/${signingName}/aws4_request, SignedHeaders=host, Signature=0`,
  };

  const send = (operation: string, body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const outgoing = request(
        url,
        {
          method: 'POST',
          agent,
          headers: {
            ...headers,
            'x-amz-target': `${TARGETS[service]}.${operation}`,
            'content-length': Buffer.byteLength(body),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    async call(operation, body) {
      const { status, text } = await send(operation, JSON.stringify(body));
      const answer = text === '' ? {} : JSON.parse(text);
      if (status === 200) return answer;
      const code = String(answer.__type ?? answer.code ?? status).replace(/^.*#/, '');
      throw new AwsError(operation, code, status, answer.message ?? answer.Message ?? text);
    },
    close: () => agent.destroy(),
  };
}
