import { Module } from '@nestjs/common';
import { ContactStore } from './contact/contact-store.js';
import { EraseContactHandler } from './contact/erase/erase-contact.handler.js';
import { EraseContactResolver } from './contact/erase/erase-contact.resolver.js';
import { UpdateContactHandler } from './contact/update/update-contact.handler.js';
import { UpdateContactResolver } from './contact/update/update-contact.resolver.js';
import { EnterpriseAnswer } from './enterprise-answer.js';
import { MoveEnterpriseHandler } from './move/move-enterprise.handler.js';
import { MoveEnterpriseResolver } from './move/move-enterprise.resolver.js';
import { RegisterEnterpriseHandler } from './register/register-enterprise.handler.js';
import { RegisterEnterpriseResolver } from './register/register-enterprise.resolver.js';

const handlers = [RegisterEnterpriseHandler, MoveEnterpriseHandler, UpdateContactHandler, EraseContactHandler];

const resolvers = [RegisterEnterpriseResolver, MoveEnterpriseResolver, UpdateContactResolver, EraseContactResolver];

/** Entering enterprises, their moves and their contacts, one folder each. */
@Module({ providers: [...handlers, ...resolvers, EnterpriseAnswer, ContactStore] })
export class EnterpriseCommandsModule {}
