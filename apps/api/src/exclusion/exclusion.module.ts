import { Global, Module } from '@nestjs/common';
import { RegisterRows } from './list/register-rows.js';
import { RegisterEditionResolver, RegistersResolver } from './list/registers.resolver.js';
import { RegisterPreviewResolver } from './preview/register-preview.js';
import { ClaimExclusionsResolver, EnterpriseExclusionsResolver } from './read/exclusion.resolver.js';
import { Exclusions } from './read/exclusions.js';
import { ListedRows, PartsOfEditions, RegisterBooks } from './read/register-books.js';
import { RegisterAnswer } from './register-answer.js';
import { editionAnswers } from './steps/answer-edition.js';
import { registerHandlers } from './steps/register-handlers.js';
import { RegisterMutationsResolver } from './steps/register-mutations.resolver.js';

/** Registers of those who must not be paid: imported, agreed to, cleared, and asked by claims. */
@Global()
@Module({
  providers: [
    ...registerHandlers,
    ...editionAnswers.providers,
    RegisterMutationsResolver,
    RegistersResolver,
    RegisterEditionResolver,
    RegisterPreviewResolver,
    ClaimExclusionsResolver,
    EnterpriseExclusionsResolver,
    Exclusions,
    ListedRows,
    PartsOfEditions,
    RegisterAnswer,
    RegisterBooks,
    RegisterRows,
  ],
  exports: [Exclusions],
})
export class ExclusionModule {}
