import { approved, at, CONTENT, DECISION, issue, passTime } from './school.ts';

/** A revision of what is up, by default without any change, for a reason that anybody may read. */
export const revise = (content: Partial<typeof CONTENT> = {}, answers: string[] = []) =>
  issue('ReviseItem', { content: { ...CONTENT, ...content }, reason: '答复群众意见。', answers });

/** A major decision: both audiences have been reached on 9 September. */
export const decided = () =>
  approved(DECISION)
    .when(passTime(at('2026-09-02 09:00')))
    .when(passTime(at('2026-09-09 09:00')));
