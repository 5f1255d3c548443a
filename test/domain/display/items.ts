import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import type { NoticeSource } from '../../../domain/display/notice.ts';
import type { ItemContent } from '../../../domain/item/content.ts';
import type { ItemEvent } from '../../../domain/item/events.ts';
import { itemDecider } from '../../../domain/item/item.ts';
import type { Item } from '../../../domain/item/state.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { person } from './samples.ts';

export const ROW: CatalogueRow = {
  id: 'b-07',
  no: 7,
  level1: '组织建设',
  level2: '党员发展',
  forms: ['公示栏', '电子屏'],
  openEnded: true,
  audience: 'public',
  mandated: true,
  origin: 'template',
};

export const CONTENT: ItemContent = {
  row: ROW.id,
  title: '关于拟评为先进教师人选的公示',
  text: '经研究，**拟推荐**张三为先进教师人选，现予公示。\n\n- 公示期内可提出意见。',
  basis: 'voluntary',
  documentType: 'announcement',
  matter: 'ordinary',
  important: false,
  forms: ['电子屏'],
  audience: 'public',
  releasePlan: [{ audience: 'public' }],
  provider: { kind: 'office', name: '党支部办公室' },
  accountable: 'linxiao',
};

export const content = (change: Partial<ItemContent> = {}): ItemContent => ({ ...CONTENT, ...change });

/** An item of which each event is recorded an hour after the one before, the first at 08:00 on 1 September 2026. */
export function itemOf(...events: readonly ItemEvent[]): Item {
  const item = events.reduce<Item | undefined>(
    (state, event, hour) => itemDecider.evolve(state, event, { at: hourly(hour), by: person('linxiao') }),
    undefined,
  );
  if (!item) throw new Error('no item');
  return item;
}

export const hourly = (hour: number): string =>
  instantOf(Date.parse('2026-09-01T00:00:00.000Z') + hour * 3_600_000);

export const proposed = (change: Partial<ItemContent> = {}): ItemEvent => ({
  type: 'ItemProposed',
  data: content(change),
});
export const revised = (change: Partial<ItemContent> = {}): ItemEvent => ({
  type: 'ItemRevised',
  data: { content: content(change), reason: '吸收意见', answers: [] },
});
export const approved = (...releasesOnline: Audience[]): ItemEvent => ({
  type: 'ItemApproved',
  data: { releasesOnline, minimumDisplayDays: 7 },
});
/** In a form that is read in the office system. */
export const approvedForOffice = (...releasesOnline: Audience[]): ItemEvent => ({
  type: 'ItemApproved',
  data: { releasesOnline, minimumDisplayDays: 7, officeSystem: true },
});
export const released = (audience: Audience, version = 1, online = true): ItemEvent => ({
  type: 'ItemReleased',
  data: { version, audience, online },
});
export const withdrawn = (...versions: number[]): ItemEvent => ({
  type: 'ItemWithdrawn',
  data: { reason: '内容有误', inError: true, versions },
});

export const sourceOf = (item: Item, revision = 3): NoticeSource => ({
  id: 'item-1',
  item,
  revision,
  organisation: { id: 'dongfang', name: '东方小学党支部' },
  rowOf: (id) => (id === ROW.id ? ROW : undefined),
  isMember: (person) => person === 'linxiao',
});
