import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoginThrottle } from './login/login-throttle.js';
import { LoginResolver } from './login/login.resolver.js';
import { Login } from './login/login.js';
import { LogoutResolver } from './logout/logout.resolver.js';
import { MeResolver } from './me/me.resolver.js';
import { PermissionGuard } from './permission-guard.js';
import { Sessions } from './session/sessions.js';
import { UserEntity } from './user/user.entity.js';

/** Who somebody is, and what he may ask for. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  providers: [
    Sessions,
    Login,
    LoginThrottle,
    LoginResolver,
    LogoutResolver,
    MeResolver,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [Sessions],
})
export class IdentityModule {}
