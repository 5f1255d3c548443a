/** Why a file is not taken, and what its sender can do about it. Stands in the record, so codes are only ever added. */
export const REJECTIONS = {
  empty: { zh: '文件是空的，请重新选择文件。', en: 'The file is empty.' },
  'too-large': { zh: '文件超过 20 MB，请压缩或拆分后重新上传。', en: 'The file is larger than 20 MB.' },
  'size-differs': {
    zh: '收到的文件大小与申报的不一致，可能没有传完，请重新上传。',
    en: 'The file is not as long as was declared; it may not have arrived whole.',
  },
  'checksum-differs': {
    zh: '收到的文件与申报的校验值不一致，请重新上传。',
    en: 'The file does not have the checksum that was declared.',
  },
  'type-unsupported': {
    zh: '不支持这种文件。请上传 JPG、PNG 图片，PDF，docx、xlsx、pptx 文档或纯文本；旧版 doc、xls、ppt 请另存为新格式。',
    en: 'Not a JPEG, PNG, PDF, docx, xlsx, pptx or plain text.',
  },
  'type-differs': {
    zh: '文件内容与申报的类型不一致。',
    en: 'The content is not of the type that was declared.',
  },
  'active-content': {
    zh: '文件中含有宏、脚本、嵌入程序或外部模板，请去除后重新上传。',
    en: 'It holds macros, scripts, embedded programs or a remote template.',
  },
  encrypted: {
    zh: '文件设有密码，无法检查，请去除密码后重新上传。',
    en: 'It is locked by a password and cannot be inspected.',
  },
  damaged: {
    zh: '文件已损坏或不完整，无法打开，请重新导出后上传。',
    en: 'It is damaged or incomplete and does not open.',
  },
  'too-many-pixels': {
    zh: '图片尺寸过大（超过 2500 万像素），请缩小后重新上传。',
    en: 'The image has more than 25 million pixels.',
  },
  'archive-bomb': {
    zh: '文件解压后过大，不予接收。',
    en: 'It unpacks to far more than its size.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
export type Rejection = keyof typeof REJECTIONS;
