import { DUTY_STATUSES, type DutyStatus } from '../../../domain/duty/duty.ts';

/** Mark, tone and two-character word of a status. The mark and the word say it without the colour. */
export const STATUS_SIGNS: Readonly<Record<DutyStatus, readonly [mark: string, tone: string, word: string]>> =
  {
    overdue: ['✕', 'o', '逾期'],
    'due-soon': ['⚠', 's', '临期'],
    open: ['○', 'p', '待办'],
    'met-late': ['✓', 'l', '补办'],
    met: ['✓', 'd', '完成'],
    waived: ['－', 'w', '免办'],
    'not-applicable': ['－', 'w', '不适用'],
  };

const TAG_TONES: Readonly<Record<string, string>> = { o: 'type', s: 'wait', l: 'wait', d: 'ok' };

export function DutyTag({ status }: { status: DutyStatus }) {
  const [mark, tone] = STATUS_SIGNS[status];
  return (
    <span class={`tag ${TAG_TONES[tone] ?? ''}`.trim()}>
      <span aria-hidden="true">{mark} </span>
      {DUTY_STATUSES[status]}
    </span>
  );
}

/** 96.5%; a dash while there is nothing to reckon from. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`;
