import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountFollower } from './account-follower.js';
import { AccountRecords } from './account-records.js';
import { AccountStart } from './account-start.js';
import { AccountTable } from './account-table.js';
import { ChosenPasswords } from './chosen-passwords.js';
import { DisableAccountHandler, DisableAccountResolver } from './disable/disable-account.js';
import { FirstAdministrators } from './first-administrators.js';
import { UserList } from './list/user-list.js';
import { UsersResolver } from './list/users.resolver.js';
import { officialAnswers } from './proposal/answer-proposal.js';
import { ProposalAnswer } from './proposal/proposal-answer.js';
import { ProposalList } from './proposal/proposal-list.js';
import { ProposalsResolver } from './proposal/proposals.resolver.js';
import { ProposeChangeHandler } from './propose/propose-change.handler.js';
import { ReservedUsernames } from './propose/reserved-usernames.js';
import { ProposingResolver } from './propose/proposing.resolver.js';
import { UserEntity } from './user.entity.js';
import { Users } from './users.js';

/** The officials of a city, kept by its administrators, two by two. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  providers: [
    Users,
    UserList,
    UsersResolver,
    AccountTable,
    AccountFollower,
    AccountRecords,
    AccountStart,
    ChosenPasswords,
    FirstAdministrators,
    ProposalList,
    ProposalsResolver,
    ProposalAnswer,
    ReservedUsernames,
    ProposeChangeHandler,
    ProposingResolver,
    ...officialAnswers.providers,
    DisableAccountHandler,
    DisableAccountResolver,
  ],
  exports: [Users, AccountRecords, AccountTable, ProposalList],
})
export class UserModule {}
