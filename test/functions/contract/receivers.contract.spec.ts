import { connect } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challengeBody, testBody } from '../../../domain/display/probe-messages.ts';
import { approved, CONTENT, proposed, released, withdrawn } from '../../domain/display/items.ts';
import { SCHOOL, World } from '../display/world.ts';
import { FORGED, GENUINE, GOOD, notice, now, OTHER, SECRET, sent } from './forgeries.ts';
import { codeIn, GUIDES, GuideReceiver, isThere, LANGUAGES, type Language, type Sent } from './receivers.ts';

const languages = Object.keys(LANGUAGES) as Language[];

describe('the official library', () => {
  const verify = ({ headers, body }: Sent) => new Webhook(SECRET).verify(body, { ...headers });

  it.each(GENUINE)('takes a message %s', (_, message) => {
    expect(verify(message())).toEqual(JSON.parse(GOOD));
  });
  it.each(FORGED)('refuses a message %s', (_, message) => {
    expect(() => verify(message())).toThrow();
  });

  it('takes the secret with and without its prefix', () => {
    const { headers, body } = sent(GOOD);
    expect(new Webhook(SECRET.replace('whsec_', '')).verify(body, headers)).toBeTruthy();
  });
});

describe('the guide', () => {
  it.each(languages)('has the same receiver in %s in both languages', (language) => {
    const [en, zh] = GUIDES.map((guide) => codeIn(guide, language));
    expect(zh).toBe(en);
  });
});

for (const language of languages) {
  const hasIt = isThere(language);
  const whyNot = hasIt ? '' : ` (skipped: there is no ${LANGUAGES[language].command})`;
  describe.skipIf(!hasIt)(`the receiver of the guide in ${language}${whyNot}`, () => {
    let receiver: GuideReceiver;
    beforeAll(async () => {
      receiver = await GuideReceiver.start(language, SECRET);
    });
    afterAll(() => receiver?.stop());
    const titles = async () => (await receiver.onShow()).map(({ title }) => title);

    it('refuses every forgery, shows none, and goes on', async () => {
      for (const [what, message] of FORGED) {
        const [status] = await receiver.post(message());
        expect([what, status]).toEqual([what, 401]);
      }
      expect(await titles()).toEqual([]);
    });

    it('outlives a sender that breaks off', async () => {
      const { port, hostname } = new URL(receiver.url);
      const socket = connect(Number(port), hostname);
      socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
      await new Promise<void>((written) => socket.end(written));
      socket.destroy();
      expect(await titles()).toEqual([]);
    });

    it('takes what is genuine', async () => {
      for (const [what, message] of GENUINE) {
        const [status] = await receiver.post(message());
        expect([what, status]).toEqual([what, 204]);
      }
      expect(await titles()).toEqual(['评优评先公示']);
    });

    it('handles an id once, and never goes back to an older revision', async () => {
      const item = (revision: number, title?: string) => sent(notice(revision, title, 'item-2'));
      const titleOf = async () => (await receiver.onShow()).find(({ id }) => id === 'item-2')?.title;
      await receiver.post(item(3, '第三版'));
      expect(await receiver.post(item(2, '第二版'))).toEqual([204, '']);
      expect(await titleOf()).toBe('第三版');
      // Under an id that was handled nothing changes, whatever comes.
      const { headers } = item(3, '第三版');
      await receiver.post(sent(notice(4, '同号异文', 'item-2'), [SECRET], now(), headers['webhook-id']));
      expect(await titleOf()).toBe('第三版');
      await receiver.post(item(5));
      expect(await receiver.post(item(3, '第三版'))).toEqual([204, '']);
      await receiver.post(item(4, '第四版'));
      expect(await titleOf()).toBeUndefined();
    });

    it('removes by itself what has had its time', async () => {
      const until = (showUntil: string) => {
        const { data, ...rest } = JSON.parse(notice(1, showUntil, `item-${showUntil.slice(0, 4)}`));
        return sent(JSON.stringify({ ...rest, data: { ...data, showUntil } }));
      };
      for (const end of ['2020-01-01T16:00:00.000Z', '2120-01-01T16:00:00.000Z'])
        await receiver.post(until(end));
      const shown = await titles();
      expect(shown).toContain('2120-01-01T16:00:00.000Z');
      expect(shown).not.toContain('2020-01-01T16:00:00.000Z');
    });

    it('acknowledges a test without showing it, and answers a challenge', async () => {
      const probe = {
        organisation: { id: 'dongfang', name: '东方小学党支部' },
        id: 'gate',
        display: { name: '校门口大屏', place: '校门口' },
        requestedAt: '2026-09-01T00:00:00.000Z',
      };
      const before = await titles();
      expect(await receiver.post(sent(testBody(probe, 1)))).toEqual([204, '']);
      expect(await titles()).toEqual(before);
      const challenge = 'c'.repeat(43);
      expect(await receiver.post(sent(challengeBody(probe, challenge)))).toEqual([200, challenge]);
      expect((await receiver.post(sent(challengeBody(probe, challenge), [OTHER])))[0]).toBe(401);
    });

    it('answers the challenge and shows what a school discloses until it is taken down, sent by the sender itself', async () => {
      const world = new World();
      const screen = await GuideReceiver.start(
        language,
        world.secrets.secret(SCHOOL.organisation, 'gate', 1),
      );
      const particulars = { name: '校门口大屏', place: '校门口', audience: 'public' as const };
      await world.display('gate', 'RegisterDisplay', { ...particulars, url: screen.url });
      world.write('ITEM', 'item-1', proposed(), approved('public'), released('public'));
      await world.settle();
      expect((await screen.onShow()).map(({ title }) => title)).toEqual([CONTENT.title]);
      expect(world.recorded('DISPLAY')).toContainEqual({
        type: 'DisplayChallengeAnswered',
        data: expect.objectContaining({ verified: true }),
      });
      await world.display('gate', 'RotateSecret', { overlapHours: 24 });
      world.write('ITEM', 'item-1', withdrawn(1));
      await world.settle();
      expect(await screen.onShow()).toEqual([]);
      await screen.stop();
    });
  });
}
