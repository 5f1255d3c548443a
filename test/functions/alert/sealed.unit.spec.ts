import { createDecipheriv, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SealBroken, Sealer } from '../../../functions/adapters/sealed.ts';

const MASTER = 'k'.repeat(64);
const OWNER = { organisation: 'dongfang', channel: 'group-1' };
const SECRET = 'SECd1e2f3a4b5c6';
const sealer = new Sealer(MASTER);

describe('a sealed secret', () => {
  test('is opened for the same channel, by whoever has the master key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        expect(new Sealer(MASTER).open(sealer.seal(secret, OWNER), OWNER)).toBe(secret);
      }),
    );
  });

  test('has the form that is promised, and is AES-256-GCM under a key from HKDF', () => {
    const sealed = sealer.seal(SECRET, OWNER);
    expect(sealed).toMatch(/^sealed1\.[\w-]+$/);
    const bytes = Buffer.from(sealed.slice('sealed1.'.length), 'base64url');
    expect(bytes).toHaveLength(12 + SECRET.length + 16);
    const key = Buffer.from(hkdfSync('sha256', MASTER, '', 'gongkai sealed secret 1', 32));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from('sealed1\ndongfang\ngroup-1')).setAuthTag(bytes.subarray(-16));
    const opened = decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
    expect(opened).toBe(SECRET);
  });

  test('shows nothing, not even that it is the same as another', () => {
    const [one, two] = [sealer.seal(SECRET, OWNER), sealer.seal(SECRET, OWNER)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(8), 'base64url').toString('latin1')).not.toContain(SECRET);
  });

  test.each([
    ['another organisation', { ...OWNER, organisation: 'xihu' }],
    ['another channel', { ...OWNER, channel: 'group-2' }],
    ['an owner whose parts were shifted', { organisation: 'dongfang\ngroup-1', channel: '' }],
  ])('is not opened for %s', (_, owner) => {
    const sealed = sealer.seal(SECRET, OWNER);
    expect(() => sealer.open(sealed, owner)).toThrow(SealBroken);
  });

  test('is not opened under another master key', () => {
    const sealed = sealer.seal(SECRET, OWNER);
    expect(() => new Sealer('m'.repeat(64)).open(sealed, OWNER)).toThrow(SealBroken);
  });

  test('is not opened when any one bit of it was changed', () => {
    const bytes = Buffer.from(sealer.seal(SECRET, OWNER).slice(8), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => sealer.open(`sealed1.${changed.toString('base64url')}`, OWNER)).toThrow(SealBroken);
    }
  });

  test.each([
    ['nothing', () => ''],
    ['another version', (sealed: string) => sealed.replace('sealed1', 'sealed2')],
    ['no version', (sealed: string) => sealed.slice(8)],
    ['one more part', (sealed: string) => `${sealed}.`],
    ['a short tag', (sealed: string) => sealed.slice(0, -4)],
    ['too little', () => 'sealed1.AAAA'],
    ['padding', (sealed: string) => `${sealed}=`],
    ['a blank that decoding would overlook', (sealed: string) => `${sealed} `],
  ])('is not opened with %s', (_, change) => {
    expect(() => sealer.open(change(sealer.seal(SECRET, OWNER)), OWNER)).toThrow(SealBroken);
  });
});

test('a master key that could be guessed is refused', () => {
  expect(() => new Sealer('k'.repeat(31))).toThrow('at least 32');
});
