import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { cleanLine, cleanText } from '../text.ts';
import { BODIES, type Body, POSITIONS, type Position } from './body.ts';
import { day, identifier } from './commands.ts';
import { REGULATION_SUBJECT_NAMES } from './regulations.ts';

const reason = cleanText(LIMITS.reason);
const name = cleanLine(LIMITS.name);

/** Most places of one body: an office with a director, a deputy and forty others. */
const MOST_PLACES = 42;

const place = z.strictObject({
  id: identifier,
  position: z.enum(Object.keys(POSITIONS) as [Position, ...Position[]]),
  office: z.optional(name),
});

/** Lays a body out in places; all of them, in the order in which they are shown. */
export const layOutBody = z.strictObject({
  body: z.enum(Object.keys(BODIES) as [Body, ...Body[]]),
  /** The unit that an office sits in: 办公室设在纪工委监察室 (XH-03). */
  host: z.optional(name),
  places: z.array(place).check(
    z.minLength(1),
    z.maxLength(MOST_PLACES),
    z.refine((places) => new Set(places.map(({ id }) => id)).size === places.length, 'each id once'),
  ),
});

/** Begins to work in earnest: every body that it takes is there (DF-01). */
export const activateOrganisation = z.strictObject({});
export const suspendOrganisation = z.strictObject({ reason });
export const resumeOrganisation = z.strictObject({ reason });
/** Closes an organisation whose work another one takes over. */
export const mergeOrganisation = z.strictObject({ into: identifier, reason });

/** Puts it, with everybody below it, under another superior from a day on. */
export const moveOrganisation = z.strictObject({
  to: identifier,
  /** First day under the new superior, by the document; not in the future. */
  from: day,
  /** 依据文件: title and number of the document. */
  basis: cleanLine(LIMITS.title),
  reason,
});

/** Makes it a pilot whose way of working others may take over, or ends that (XH-06). */
export const designatePilot = z.strictObject({ pilot: z.boolean(), reason });

/** Takes over the policy, and the local rows of the catalogue, of a pilot or of the organisation it was split from. */
export const copyScheme = z.strictObject({ from: identifier, reason });

const units = z.array(name).check(z.minLength(1), z.maxLength(20));

/** Who leads, who answers, who helps (ZH-01), and who stands for each tier on every item that names nobody else (TZ-04). */
export const assignResponsibilities = z.strictObject({
  /** 党委领导、纪委负责、部门配合、协同推进. */
  units: z.strictObject({ accountable: name, responsible: name, consulted: units, informed: units }),
  tiers: z.strictObject({ leader: identifier, manager: identifier, executor: identifier }),
});

/** Enters a regulation in the register, or enters it anew; the title tells which it is. */
export const recordRegulation = z.strictObject({
  title: cleanLine(LIMITS.title),
  /** 文号. */
  number: z.optional(name),
  about: z.array(z.enum(REGULATION_SUBJECT_NAMES)).check(
    z.minLength(1),
    z.maxLength(REGULATION_SUBJECT_NAMES.length),
    z.refine((about) => new Set(about).size === about.length, 'each once'),
  ),
  /** Who may look it up; whoever works here may in any case. */
  audience: z.enum(['party', 'unit', 'public']),
  inForceFrom: day,
  /** The item by which it was disclosed. */
  item: z.optional(identifier),
});
export const repealRegulation = z.strictObject({ title: cleanLine(LIMITS.title), reason });
