import type { ItemReading, VersionReading } from '../../../shell/reading/item-reading.ts';
import { Paper } from '../../components/paper.tsx';
import { Progress } from '../../components/progress.tsx';
import { noticePeriod } from '../../periods.ts';
import { Sheet, type SheetFrame } from './sheet.tsx';

interface ItemSheetProps {
  readonly frame: SheetFrame;
  readonly reading: ItemReading;
  readonly shown: VersionReading;
}

/** One item in full, to be put up on a board. */
export function ItemSheet({ frame, reading, shown }: ItemSheetProps) {
  const { row, stages, progress } = reading;
  return (
    <Sheet frame={frame} title={shown.content.title} edition={`第 ${shown.number} 版`}>
      <Paper
        heading="h1"
        content={shown.content}
        type={shown.documentTypeName}
        organisation={reading.organisation.name}
        place={row && (row.name === row.level1 ? row.level1 : `${row.level1}　·　${row.name}`)}
        signedAt={shown.releases[0]?.at}
        period={noticePeriod(shown)}
      />
      {stages.length + progress.length > 0 && <Progress view={reading} />}
    </Sheet>
  );
}
