import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateUserResolver } from './create/create-user.resolver.js';
import { DisableUserResolver } from './disable/disable-user.resolver.js';
import { FirstAdministrators } from './first-administrators.js';
import { UserList } from './list/user-list.js';
import { UsersResolver } from './list/users.resolver.js';
import { SetPasswordResolver } from './set-password/set-password.resolver.js';
import { UpdateUserResolver } from './update/update-user.resolver.js';
import { UserAnswer } from './user-answer.js';
import { UserEntity } from './user.entity.js';
import { Users } from './users.js';

/** The officials of a city, kept by its administrators. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  providers: [
    Users,
    FirstAdministrators,
    UserList,
    UserAnswer,
    UsersResolver,
    CreateUserResolver,
    UpdateUserResolver,
    SetPasswordResolver,
    DisableUserResolver,
  ],
  exports: [Users],
})
export class UserModule {}
