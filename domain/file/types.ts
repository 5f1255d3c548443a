/** What may be uploaded. The type is found in the bytes; what a browser or a name says of it counts for nothing. */
export const FILE_TYPES = {
  jpeg: { zh: 'JPEG 图片', extension: 'jpg', media: 'image/jpeg' },
  png: { zh: 'PNG 图片', extension: 'png', media: 'image/png' },
  pdf: { zh: 'PDF 文档', extension: 'pdf', media: 'application/pdf' },
  docx: {
    zh: 'Word 文档',
    extension: 'docx',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    zh: 'Excel 表格',
    extension: 'xlsx',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    zh: 'PowerPoint 演示文稿',
    extension: 'pptx',
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  text: { zh: '纯文本', extension: 'txt', media: 'text/plain; charset=utf-8' },
} as const satisfies Record<string, { zh: string; extension: string; media: string }>;
export type FileType = keyof typeof FILE_TYPES;

export const isImage = (type: FileType): boolean => type === 'jpeg' || type === 'png';

/** Largest file, in bytes: a photo of a phone and a scan of some dozen pages fit. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** Largest image. Its pixels are unpacked to see that they are there; a phone takes twelve million. */
export const MAX_PIXELS = 25_000_000;

/** Most files that an item or a proof may name. */
export const MAX_FILES = 20;
