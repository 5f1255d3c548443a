import { SAMPLE_ORGANISATIONS } from './organisations.ts';

/** Somebody of the sample to sign in as. */
export interface SamplePersona {
  readonly sub: string;
  readonly name: string;
  /** What they do and what there is to try as them, in Chinese. */
  readonly description: string;
  /** Short name of the organisation. */
  readonly organisation: string;
}

const WHAT_THEY_DO: Readonly<Record<string, string>> = {
  'fang-lan': '区教育党工委办公室主任：开通学校、代两人学校审批',
  'gu-changming': '区教育党工委书记（领导小组组长）：审批上报事项',
  'meng-jiahe': '区监督小组组长：查看全区公开情况',
  'song-wanqing': '学校党办干事：提出公开事项、登记凭证',
  'jiang-hailin': '学校党办主任：审核、保密审查、答复意见',
  'luo-siyuan': '学校党委副书记（领导小组副组长）：审批',
  'du-zhongyan': '学校党委书记（领导小组组长）：审签重大事项',
  'pan-yichen': '监督小组组长：被征求意见、监督公开过程',
  'fu-guangyao': '教师（党员）：查看党内公开事项',
  'su-mianmian': '教师（非党员）：查看本单位公开事项、提意见',
  'lian-xinyi': '党务干事：提出公开事项',
  'tao-jingqiu': '党务公开办公室主任：审核、答复家长意见',
  'hong-yannian': '党支部书记：审批',
  'kang-nuo': '教师（非党员）：查看本单位公开事项',
  'yu-dashan': '两人学校的党支部书记：审核，审批由区里代为办理',
  'miao-xiulan': '两人学校的党务干事：提出公开事项、登记会议凭证',
  'shi-wanyun': '党总支书记：审批',
  'cheng-lu': '党总支干事：提出公开事项',
  'ling-feng': '保教主任：提出公开事项',
  'zhuang-qiuyu': '党支部书记：审批',
};

/** Whom to sign in as, district first. A parent need not sign in: what is disclosed to society is there for everybody. */
export const personas: readonly SamplePersona[] = SAMPLE_ORGANISATIONS.flatMap(({ shortName, people }) =>
  people.flatMap(({ id, name }) => {
    const description = WHAT_THEY_DO[id];
    return description ? [{ sub: id, name, description, organisation: shortName }] : [];
  }),
);
