import { many, one, type Sent, whole } from './form-data.ts';
import type { OperationForms } from './operation-forms.ts';

/** Fields of one form that were filled in; their names begin with that of its action. */
function filled(sent: Sent, action: string, names: readonly string[]): Readonly<Record<string, string>> {
  const given = names.flatMap((name) => {
    const text = one(sent, `${action}.${name}`);
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(given);
}

const ticked = (sent: Sent, action: string, name: string): object => {
  const chosen = many(sent, `${action}.${name}`);
  return chosen.length > 0 ? { [name]: chosen } : {};
};

const termIn = (sent: Sent, action: string): object => {
  const [from, until] = [whole(sent, `${action}.term.from`), whole(sent, `${action}.term.until`)];
  return from === undefined && until === undefined ? {} : { term: { from, until } };
};

const yearIn = (sent: Sent, action: string): object => {
  const year = whole(sent, `${action}.year`);
  return year === undefined ? {} : { year };
};

const PLAIN = ['audience', 'timing', 'detail', 'reason'];

export const DESK_FORMS: OperationForms = {
  adopt: {
    operation: 'adoptTemplate',
    read: (sent) => {
      const [template = '', version = ''] = one(sent, 'adopt.template').split('@');
      return { template, version: Number(version) };
    },
    done: '已采用该目录，本组织自选的目录行保留。',
  },
  add: {
    operation: 'addLocalRow',
    read: (sent) => ({
      ...filled(sent, 'add', ['rowId', 'level1', 'level2', 'level3', ...PLAIN]),
      forms: many(sent, 'add.forms'),
      ...ticked(sent, 'add', 'tags'),
    }),
    done: '已提交增列。须上级审批的，审批同意后生效。',
  },
};

export const ROW_FORMS: OperationForms = {
  refine: {
    operation: 'refineRow',
    read: (sent) => ({
      ...filled(sent, 'refine', [...PLAIN, 'activeFrom']),
      ...ticked(sent, 'refine', 'forms'),
      tags: many(sent, 'refine.tags'),
      powers: many(sent, 'refine.powers'),
      ...(one(sent, 'refine.priority') !== '' && { priority: one(sent, 'refine.priority') === 'yes' }),
      ...termIn(sent, 'refine'),
      ...yearIn(sent, 'refine'),
    }),
    done: '已提交修改。须上级审批的，审批同意后生效。',
  },
  drop: {
    operation: 'dropRow',
    read: (sent) => filled(sent, 'drop', ['reason']),
    done: '已提交取消。须上级审批的，审批同意后生效。',
  },
};

const backToDesk = (_: unknown, page: string): string => page.slice(0, page.lastIndexOf('/changes/'));

/** They lead back to the desk, which tells what was done. */
export const CHANGE_FORMS: OperationForms = {
  approve: { operation: 'approveChange', read: () => ({}), done: '已同意，即日起生效。', next: backToDesk },
  refuse: {
    operation: 'refuseChange',
    read: (sent) => filled(sent, 'refuse', ['reason']),
    done: '不同意该项调整，理由已记入调整记录。',
    next: backToDesk,
  },
  withdraw: { operation: 'withdrawChange', read: () => ({}), done: '已撤回。', next: backToDesk },
};

export const FORM_TRAITS = {
  online: '由本系统公开（其他形式登记凭证即为公开）',
  boardPage: '在公开栏网页显示',
  display: '在公示屏显示',
  officeSystem: '推送到办公系统（仅党内公开）',
  document: '留有可保存、传阅的纸质材料',
} as const;

export const VOCABULARY_FORMS: OperationForms = {
  'keep-form': {
    operation: 'keepForm',
    read: (sent) => {
      const traits = many(sent, 'keep-form.traits');
      const aliases = one(sent, 'keep-form.aliases')
        .split(/[、，,\s]+/)
        .filter((name) => name !== '');
      return {
        ...filled(sent, 'keep-form', ['name', 'widest', 'reason']),
        ...(aliases.length > 0 && { aliases }),
        ...Object.fromEntries(Object.keys(FORM_TRAITS).map((trait) => [trait, traits.includes(trait)])),
      };
    },
    done: '已保存公开形式。',
  },
  'retire-form': {
    operation: 'retireForm',
    read: (sent) => filled(sent, 'retire-form', ['name', 'reason']),
    done: '已取消公开形式，以前的公开不受影响。',
  },
  'keep-class': {
    operation: 'keepClass',
    read: (sent) => filled(sent, 'keep-class', ['name', 'reason']),
    done: '已增列目录类别。',
  },
  'retire-class': {
    operation: 'retireClass',
    read: (sent) => filled(sent, 'retire-class', ['name', 'reason']),
    done: '已取消目录类别。',
  },
  'keep-type': {
    operation: 'keepDocumentType',
    read: (sent) => ({
      ...filled(sent, 'keep-type', ['id', 'name', 'reason']),
      asksObjections: one(sent, 'keep-type.asksObjections') === 'yes',
    }),
    done: '已保存文种。',
  },
  'retire-type': {
    operation: 'retireDocumentType',
    read: (sent) => filled(sent, 'retire-type', ['id', 'reason']),
    done: '已停用文种，已使用该文种的事项不受影响。',
  },
};

function powerIn(sent: Sent, action: string): object {
  const kind = one(sent, `${action}.holder.kind`);
  const leader = kind === 'leader' ? filled(sent, `${action}.holder`, ['person', 'post']) : {};
  return { ...filled(sent, action, ['name', 'basis', 'scope', 'reason']), holder: { kind, ...leader } };
}

export const REGISTER_FORMS: OperationForms = {
  record: {
    operation: 'recordPower',
    read: (sent) => powerIn(sent, 'record'),
    done: '已登记，公开前仅经办人可见。',
  },
  publish: {
    operation: 'publishPowers',
    read: (sent) => filled(sent, 'publish', ['audience', 'reason']),
    done: '已公开新一版权力清单。',
  },
};

export const POWER_FORMS: OperationForms = {
  revise: { operation: 'revisePower', read: (sent) => powerIn(sent, 'revise'), done: '已修改。' },
  finding: {
    operation: 'recordFinding',
    read: (sent) => filled(sent, 'finding', ['outcome', 'problem', 'measure']),
    done: '已登记清理意见。',
  },
  remove: {
    operation: 'removePower',
    read: (sent) => filled(sent, 'remove', ['reason']),
    done: '已取消该项。',
    next: (_, page) => page.slice(0, page.lastIndexOf('/')),
  },
};
