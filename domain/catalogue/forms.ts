import { type Audience, compareAudiences } from '../kernel/audience.ts';

/** One way to disclose (公开形式). */
export interface Form {
  /** Name in Chinese, as the catalogues write it; its identity. */
  readonly name: string;
  /** Other names that the sources use for it. */
  readonly aliases?: readonly string[];
  /** Carried by this system itself. Any other form is disclosed by recording a proof of it. */
  readonly online: boolean;
  /** The widest audience that it reaches. */
  readonly widest: Audience;
  /** Shows the item on the board pages (to those who may see it). */
  readonly boardPage: boolean;
  /** Shows the item on notice displays. */
  readonly display: boolean;
  /** May be read in the organisation's own office system by Party members there (XH-10); absent: it may not. */
  readonly officeSystem?: boolean | undefined;
  /** Leaves a paper that can be kept and handed round. */
  readonly document: boolean;
}

/** The forms that a district knows. A value, so that the district can edit it. */
export type FormVocabulary = readonly Form[];

type Traits = Partial<Omit<Form, 'name' | 'widest'>>;

const form = (name: string, widest: Audience, traits: Traits = {}): Form => ({
  name,
  widest,
  online: false,
  boardPage: false,
  display: false,
  document: false,
  ...traits,
});

const PAGE: Traits = { online: true, boardPage: true };
const SCREEN: Traits = { online: true, display: true };
const OFFICE: Traits = { online: true, officeSystem: true };
const PAPER: Traits = { document: true };

/** Forms named by the five source systems and the 2017 regulation (HZ-12, XH-36, QS-05). */
export const DEFAULT_FORMS: FormVocabulary = [
  form('会议', 'party', { aliases: ['党内会议'] }),
  form('文件', 'party', { ...PAPER, aliases: ['公文', '下发文件'] }),
  form('设限平台', 'party', { ...PAGE, ...OFFICE }),
  form('公示栏', 'unit', { ...PAGE, display: true, aliases: ['公开栏', '党务公开栏', '校务公开栏'] }),
  form('网站', 'public', { ...PAGE, aliases: ['学校网站', '党务政务网'] }),
  form('电子屏', 'unit', { ...SCREEN, aliases: ['电子显示屏', '电子班牌'] }),
  form('触摸屏', 'unit', SCREEN),
  form('公示', 'public', { ...PAGE, ...PAPER, display: true }),
  form('公告', 'public', { ...PAGE, ...PAPER, display: true }),
  form('办事指南', 'public', { ...PAGE, ...PAPER }),
  form('通报', 'party', PAPER),
  form('定期通报', 'party', PAPER),
  form('简报', 'unit', PAPER),
  form('文件查阅处', 'party', PAPER),
  form('党员活动室', 'party'),
  form('电子办公系统', 'party', { ...OFFICE, ...PAPER, aliases: ['办公系统'] }),
  form('党员之窗', 'unit'),
  form('年会', 'unit'),
  form('广播', 'unit'),
  form('意见箱', 'unit'),
  form('院报', 'unit', { ...PAPER, aliases: ['校报'] }),
  form('谈话活动', 'named'),
  form('回复函询', 'named', PAPER),
  form('电视', 'public'),
  form('报纸', 'public', { ...PAPER, aliases: ['报刊'] }),
  form('新闻发布会', 'public'),
  form('新媒体', 'public', { aliases: ['微信公众号'] }),
];

/** The form of that name or alias. */
export const findForm = (vocabulary: FormVocabulary, name: string): Form | undefined =>
  vocabulary.find((known) => known.name === name) ??
  vocabulary.find((known) => known.aliases?.includes(name) ?? false);

/** True when one of the forms lets Party members read the matter in their office system (XH-10). */
export const reachesOfficeSystem = (forms: readonly string[], vocabulary: FormVocabulary): boolean =>
  forms.some((name) => findForm(vocabulary, name)?.officeSystem === true);

/** The widest audience that those of the forms carried by this system reach; undefined when none of them is. */
export function onlineReach(forms: readonly string[], vocabulary: FormVocabulary): Audience | undefined {
  return forms
    .flatMap((name) => findForm(vocabulary, name) ?? [])
    .filter((known) => known.online)
    .map((known) => known.widest)
    .toSorted(compareAudiences)
    .at(-1);
}
