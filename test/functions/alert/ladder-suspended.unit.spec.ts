import { beforeEach, describe, expect, it } from 'vitest';
import { followUpDecider } from '../../../domain/supervision/followup/followup.ts';
import { DISTRICT, SCHOOL } from './alert-world.ts';
import { DUE } from './ladder-climb.ts';
import { by, LadderWorld } from './ladder-world.ts';

let world: LadderWorld;
beforeEach(() => {
  world = new LadderWorld({ FOLLOWUP: followUpDecider });
});

describe('an organisation that is suspended', () => {
  it('is not pressed, nor is anybody about it, until it works again', async () => {
    await world.do({
      kind: 'FOLLOWUP',
      type: 'FileSuggestion',
      data: { aspects: ['content'], text: '建议公开。', dueOn: DUE },
      by: by('qiu-lan', DISTRICT),
    });
    world.openLedger('b-01');
    await world.mornings('2026-12-16');
    const before = world.heard;
    expect(before).toEqual(['zhou-min due-soon T-1']);
    const life = (type: string) =>
      world.write(SCHOOL, 'ORGANISATION', SCHOOL.organisation, { type, data: { reason: '校舍改造。' } });
    life('OrganisationSuspended');
    // The duties' own first step and the suggestion's fifth, of which the district would hear.
    await world.mornings('2026-12-18', '2026-12-22', '2026-12-24');
    expect(world.heard).toEqual(before);
    life('OrganisationResumed');
    await world.mornings('2026-12-31');
    expect(world.since(before)).toContain('qiu-lan escalated T+10');
  });
});
