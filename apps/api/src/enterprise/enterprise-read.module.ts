import { Global, Module } from '@nestjs/common';
import { EnterpriseList } from './list/enterprise-list.js';
import { EnterprisesResolver } from './list/enterprises.resolver.js';
import { ContactsResolver } from './contact/details/contacts.resolver.js';
import { OpenWork } from './need/open-work.js';
import { PersonalReads } from './need/personal-reads.js';
import { OpenProposalsResolver } from './proposals/open-proposals.resolver.js';
import { ContactMasks } from './read/contact-masks.js';
import { ClaimEnterpriseResolver, EnterpriseResolver } from './read/enterprise.resolver.js';
import { LookAlikes } from './read/look-alikes.js';
import { PresentNames } from './read/present-names.js';
import { EnterprisesByUscc } from './read/enterprises-by-uscc.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { RegistrationsByUscc } from './registration/registrations-by-uscc.js';

/** Enterprises as they are read: the list, one of them, and that of a claim. */
@Global()
@Module({
  providers: [
    EnterprisesByUscc,
    RegistrationsByUscc,
    RegistrationResolver,
    LookAlikes,
    PresentNames,
    ContactMasks,
    ContactsResolver,
    OpenProposalsResolver,
    OpenWork,
    PersonalReads,
    EnterpriseResolver,
    ClaimEnterpriseResolver,
    EnterpriseList,
    EnterprisesResolver,
  ],
  exports: [EnterprisesByUscc, RegistrationsByUscc, PresentNames, OpenWork, PersonalReads],
})
export class EnterpriseReadModule {}
