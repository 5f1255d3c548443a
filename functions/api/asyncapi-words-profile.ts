import type { ProfileEvent } from '../../domain/profile/state.ts';
import { said, type Words } from './asyncapi-words.ts';

export const PROFILE = {
  ContactsDescribed: said('公布联系方式和办事流程', 'Contacts and procedures were described'),
  BasesListed: said('公布依据文件清单', 'The list of legal bases was published'),
  BasesCited: said('注明目录行的依据文件', 'It was said on what a row of the catalogue rests'),
  SchemePublished: said('公布党务公开方案', 'A version of the scheme was published'),
  StatisticsRecorded: said('登记党员统计', 'Statistics of Party members were recorded'),
  OriginsRecorded: said('登记党务工作人员来源', 'It was recorded how people came to Party work'),
} as const satisfies Words<ProfileEvent>;
