import { ENTERPRISE_CHANGES, type EnterpriseChangeKind } from '@duixian/casework';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of.js';

export const EnterpriseChangeKindEnum: Readonly<Record<string, EnterpriseChangeKind>> = enumOf(ENTERPRISE_CHANGES);

registerEnumType(EnterpriseChangeKindEnum, {
  name: 'EnterpriseChangeKind',
  description: 'What happens to an enterprise beside its moves.',
  valuesMap: {
    RENAMED: { description: '更名: it has another name.' },
    RECODED: { description: '换发新码: it goes on under another credit code.' },
    MERGED: { description: '合并: it goes on in another enterprise.' },
    SPLIT: { description: '分立: it goes on in several others.' },
    CANCELLED: { description: '注销: it has ended.' },
    REVOKED: { description: '吊销: its licence was taken away.' },
  },
});
