import * as z from 'zod/mini';

/** 将要做, 正在做, 已做完 (LY-16). */
export const tenseAsked = z.strictObject({
  tense: z.optional(z.enum(['planned', 'under-way', 'done'])),
});
