import { Global, Module } from '@nestjs/common';
import { EnterpriseList } from './list/enterprise-list.js';
import { EnterprisesResolver } from './list/enterprises.resolver.js';
import { ContactsByUscc } from './read/contacts-by-uscc.js';
import { ClaimEnterpriseResolver, EnterpriseResolver } from './read/enterprise.resolver.js';
import { LookAlikes } from './read/look-alikes.js';
import { EnterprisesByUscc } from './read/enterprises-by-uscc.js';

/** Enterprises as they are read: the list, one of them, and that of a claim. */
@Global()
@Module({
  providers: [
    EnterprisesByUscc,
    ContactsByUscc,
    LookAlikes,
    EnterpriseResolver,
    ClaimEnterpriseResolver,
    EnterpriseList,
    EnterprisesResolver,
  ],
  exports: [EnterprisesByUscc],
})
export class EnterpriseReadModule {}
