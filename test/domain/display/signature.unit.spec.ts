import { execFileSync } from 'node:child_process';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { deriveSecret, signatureHeaders } from '../../../domain/display/signature.ts';

const KEY = 'k'.repeat(64);
const now = () => Math.floor(Date.now() / 1000);

function hasPython(): boolean {
  try {
    return execFileSync('python3', ['--version']).length > 0;
  } catch {
    return false;
  }
}

describe('signatureHeaders', () => {
  test('gives the published known answer', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    };
    expect(signatureHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('is accepted under either key while one is being rotated, and under no other', () => {
    const [old, current, other] = [1, 2, 3].map((version) => deriveSecret(KEY, 'dongfang', 'gate', version));
    const body = JSON.stringify({ type: 'notice.released', data: { title: '评优评先公示' } });
    const headers = signatureHeaders({ id: 'msg_1', timestamp: now(), body }, [current ?? '', old ?? '']);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [old, current])
      expect(new Webhook(secret ?? '').verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(other ?? '').verify(body, headers)).toThrow('No matching signature');
    expect(() => new Webhook(current ?? '').verify(`${body} `, headers)).toThrow('No matching signature');
  });

  test.skipIf(!hasPython())('agrees with the standard library of Python', () => {
    const secret = deriveSecret(KEY, 'dongfang', 'gate', 1);
    const message = { id: 'msg_1', timestamp: 1788220800, body: '{"标题":"公示"}' };
    const script = [
      'import base64, hashlib, hmac, json, sys',
      'm = json.load(sys.stdin)',
      'key = base64.b64decode(m["secret"][len("whsec_"):])',
      'text = f\'{m["id"]}.{m["timestamp"]}.{m["body"]}\'.encode()',
      'print("v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode(), end="")',
    ].join('\n');
    const theirs = execFileSync('python3', ['-c', script], { input: JSON.stringify({ ...message, secret }) });
    expect(signatureHeaders(message, [secret])['webhook-signature']).toBe(theirs.toString());
  });
});

describe('deriveSecret', () => {
  test('gives 32 bytes as Standard Webhooks writes them', () => {
    const secret = deriveSecret(KEY, 'dongfang', 'gate', 1);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  });

  test('gives every display and every key of it another secret, and always the same one', () => {
    const secrets = [
      deriveSecret(KEY, 'dongfang', 'gate', 1),
      deriveSecret(KEY, 'dongfang', 'gate', 2),
      deriveSecret(KEY, 'dongfang', 'hall', 1),
      deriveSecret(KEY, 'hezui', 'gate', 1),
      deriveSecret(`${KEY}!`, 'dongfang', 'gate', 1),
    ];
    expect(new Set(secrets).size).toBe(secrets.length);
    expect(deriveSecret(KEY, 'dongfang', 'gate', 1)).toBe(secrets[0]);
  });
});
