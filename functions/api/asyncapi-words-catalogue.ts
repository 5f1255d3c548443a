import type { TemplatePublished } from '../../domain/catalogue/template/state.ts';
import type { VocabularyEvent } from '../../domain/catalogue/vocabulary/state.ts';
import type { PowerEvent } from '../../domain/power/state.ts';
import { said, type Words } from './asyncapi-words.ts';

export const TEMPLATE = {
  TemplatePublished: said('下发公开目录', 'A catalogue was published for organisations to adopt'),
} as const satisfies Words<TemplatePublished>;

export const VOCABULARY = {
  FormKept: said('增列或修改公开形式', 'A form was added, or described anew'),
  FormRetired: said('取消公开形式', 'A form was retired'),
  ClassKept: said('增列目录类别', 'A class of the catalogue was added'),
  ClassRetired: said('取消目录类别', 'A class of the catalogue was retired'),
  DocumentTypeKept: said(
    '增列、修改或重新启用文种',
    'A document type was added, described anew or taken up again',
  ),
  DocumentTypeRetired: said('停用文种', 'A document type was retired'),
} as const satisfies Words<VocabularyEvent>;

export const POWERS = {
  PowerRecorded: said('登记职责或权力事项', 'A duty or power was entered'),
  PowerRevised: said('修改职责或权力事项', 'A duty or power was entered anew'),
  PowerRemoved: said('取消职责或权力事项', 'A duty or power was removed'),
  FindingRecorded: said('登记清理意见', 'It was recorded what was found wanting'),
  PowersPublished: said('公开权力清单', 'The register was published'),
} as const satisfies Words<PowerEvent>;
