import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OwnIdentityResolver } from './account/identity/own-identity.resolver.js';
import { ChangePasswordResolver } from './account/change-password/change-password.resolver.js';
import { OwnAccountResolver } from './account/own-account.resolver.js';
import { OwnSecret } from './account/own-secret.js';
import { SecondFactorResolver } from './account/second-factor/second-factor.resolver.js';
import { Activation } from './activation/activation.js';
import { ActivateAccountResolver } from './activation/activate-account.resolver.js';
import { ActivationCodes } from './activation/activation-codes.js';
import { ActivationCodesResolver } from './activation/activation-codes.resolver.js';
import { Cookies } from './cookies.js';
import { KnownDevices } from './device/known-devices.js';
import { GuardedCheck } from './login/guarded-check.js';
import { LoginAnswer } from './login/login-answer.js';
import { LoginThrottle } from './login/login-throttle.js';
import { LoginResolver } from './login/login.resolver.js';
import { Login } from './login/login.js';
import { SignInTickets } from './login/sign-in-tickets.js';
import { LogoutResolver } from './logout/logout.resolver.js';
import { MeResolver } from './me/me.resolver.js';
import { PasswordWork } from './password/password-work.js';
import { Passwords } from './password/passwords.js';
import { IdentityProvider } from './provider/identity-provider.js';
import { LinkedIdentities } from './provider/linked-identities.js';
import { ProviderController } from './provider/provider.controller.js';
import { ProviderSignIn } from './provider/provider-sign-in.js';
import { RoundTrips } from './provider/round-trip.js';
import { MachineSignIn } from './machine/machine-sign-in.js';
import { PermissionGuard } from './permission-guard.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { CredentialSeals } from './seal/credential-seals.js';
import { SendersOfRequests } from './senders-of-requests.js';
import { SecretBox } from './secret/secret-box.js';
import { Sessions } from './session/sessions.js';
import { UserEntity } from './user/user.entity.js';

/** Who somebody is, and what he may ask for. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [ProviderController],
  providers: [
    Cookies,
    Sessions,
    MachineSignIn,
    SendersOfRequests,
    PasswordWork,
    Passwords,
    SecretBox,
    CredentialSeals,
    SecondFactors,
    KnownDevices,
    LoginThrottle,
    GuardedCheck,
    SignInTickets,
    Login,
    LoginAnswer,
    LoginResolver,
    LogoutResolver,
    MeResolver,
    OwnSecret,
    OwnAccountResolver,
    ChangePasswordResolver,
    SecondFactorResolver,
    ActivationCodes,
    ActivationCodesResolver,
    Activation,
    ActivateAccountResolver,
    IdentityProvider,
    LinkedIdentities,
    RoundTrips,
    ProviderSignIn,
    OwnIdentityResolver,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [
    SendersOfRequests,
    ActivationCodes,
    Cookies,
    Sessions,
    Passwords,
    PasswordWork,
    SecondFactors,
    SecretBox,
    CredentialSeals,
    IdentityProvider,
    LinkedIdentities,
    LoginThrottle,
  ],
})
export class IdentityModule {}
