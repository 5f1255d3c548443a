import type { Day } from '../kernel/time.ts';
import type { Organisation } from './organisation.ts';
import { headless } from './standing.ts';
import { supervisorsNeeded, supervisorsOn } from './supervisors.ts';

/** 六有: what every organisation has to have for disclosure (TZ-17). */
export const LIGHTS = {
  structure: '有党务公开组织结构',
  place: '有党务公开园地',
  hotline: '有党务公开热线电话',
  supervisors: '有党务公开监督员队伍',
  mailbox: '有意见箱和电子邮箱',
  rules: '有党务公开各项制度',
} as const;
export type Light = keyof typeof LIGHTS;

/** What stands outside the organisation's own record. */
export interface Surroundings {
  /** It has said under which telephone anybody may call. */
  readonly hasHotline: boolean;
  /** People may write to it. The box itself is the page on which opinions are left. */
  readonly hasMailbox: boolean;
  /** It has published a scheme with its four rules. */
  readonly hasScheme: boolean;
}

/** Which of the six are there on the day. */
export function lightsOn(
  organisation: Organisation,
  { hasHotline, hasMailbox, hasScheme }: Surroundings,
  today: Day,
): Readonly<Record<Light, boolean>> {
  const { seats, channels, policy, regulations = [] } = organisation;
  const isAboutDisclosure = regulations.some(
    ({ about, inForceFrom }) => about.includes('disclosure') && inForceFrom <= today,
  );
  return {
    structure: headless(organisation, today).length === 0,
    place: channels.length > 0,
    hotline: hasHotline,
    supervisors: supervisorsOn(seats, today).size >= supervisorsNeeded(policy),
    mailbox: hasMailbox,
    rules: hasScheme || isAboutDisclosure,
  };
}
