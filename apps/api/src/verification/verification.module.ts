import { Module } from '@nestjs/common';
import { NightlyVerification } from './nightly-verification.js';
import { VerificationResolver } from './verification.resolver.js';

/** Whether what is stored is what was recorded: looked at every night. */
@Module({ providers: [NightlyVerification, VerificationResolver] })
export class VerificationModule {}
