import type { DayKind } from '../../domain/calendar/working-days.ts';
import { type Day, dayOf, minuteOf } from '../../domain/kernel/time.ts';
import type { CaughtMail } from '../../infra/local/mail.ts';
import { SAMPLE_ORGANISATIONS } from '../../infra/local/sample/organisations.ts';

interface Receiver {
  readonly name: string;
  readonly organisation: string;
  readonly place: number;
}

const RECEIVERS = new Map<string, Receiver>(
  SAMPLE_ORGANISATIONS.flatMap(({ shortName, people }, order) =>
    people.flatMap(({ email, name }, place): [string, Receiver][] =>
      email ? [[email, { name, organisation: shortName, place: order * 100 + place }]] : [],
    ),
  ),
);

/** The mails of one morning, a line for all those in one organisation who were told the same. */
export function mailLines(mails: readonly CaughtMail[], kindOf: (day: Day) => DayKind): readonly string[] {
  const told = mails
    .map((mail) => ({ ...mail, receiver: receiverOf(mail), reasons: reasonsOf(mail) }))
    .toSorted((a, b) => a.receiver.place - b.receiver.place);
  const alike = Map.groupBy(told, ({ receivedAt, receiver, reasons }) =>
    [receivedAt, receiver.organisation, ...reasons].join(),
  );
  return [...alike.values()]
    .toSorted(([a], [b]) => ((a?.receivedAt ?? '') < (b?.receivedAt ?? '') ? -1 : 1))
    .map((theirs) => {
      const [{ receivedAt, receiver, reasons, subject }] = theirs as [(typeof theirs)[number]];
      const names = theirs.map((mail) => mail.receiver.name).join('、');
      const day = dayOf(receivedAt);
      const headline = subject.split('：').slice(1).join('：');
      const more = reasons.length > 1 ? `（等${reasons.length}条）` : '';
      const when = `${minuteOf(receivedAt).slice(5)} ${dayName(day, kindOf(day))}`;
      return `  ${when}  ${receiver.organisation} ${names}\n      ${headline} ← ${reasons[0] ?? ''}${more}`;
    });
}

/** The numbered lines of a digest, in an order of our own: what came at the same moment is numbered as it came. */
const reasonsOf = ({ text }: CaughtMail): readonly string[] =>
  [...text.matchAll(/^\d+\. (.*)$/gm)].map(([, line]) => line ?? '').toSorted();

function receiverOf({ to, subject }: CaughtMail): Receiver {
  const receiver = RECEIVERS.get(to[0] ?? '');
  if (!receiver) throw new Error(`${to.join()} is nobody of the sample: ${subject}`);
  return receiver;
}

function dayName(day: Day, { reason }: DayKind): string {
  const weekday = `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
  return reason === 'make-up' ? `${weekday}（调休上班）` : weekday;
}
