import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { BankAccountModule } from './bank-account/bank-account.module.js';
import { ClaimCommandsModule } from './claim/claim-commands.module.js';
import { ClaimReadModule } from './claim/claim-read.module.js';
import { ClockModule } from './clock/clock.module.js';
import { CommentModule } from './comment/comment.module.js';
import { CommandModule } from './command/command.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { CorrectionModule } from './correction/correction.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DelegationModule } from './delegation/delegation.module.js';
import { DepartmentModule } from './department/department.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { DivisionModule } from './division/division.module.js';
import { EnterpriseCommandsModule } from './enterprise/enterprise-commands.module.js';
import { EnterpriseReadModule } from './enterprise/enterprise-read.module.js';
import { EntitlementReadModule } from './entitlement/entitlement-read.module.js';
import { EvidenceFileModule } from './evidence-file/evidence-file.module.js';
import { EventModule } from './event/event.module.js';
import { ErrorFilter } from './graphql/error.filter.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { LimitsModule } from './graphql/limits/limits.module.js';
import { ScalarsModule } from './graphql/scalars/scalars.module.js';
import { ParseArguments } from './graphql/values/arguments.interceptor.js';
import { HealthController } from './health/health.controller.js';
import { IdentityModule } from './identity/identity.module.js';
import { MachineModule } from './identity/machine/machine.module.js';
import { UserModule } from './identity/user/user.module.js';
import { AtLeast } from './log/at-least.js';
import { LogModule } from './log/log.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { MonthsModule } from './months/months.module.js';
import { WorkingDaysModule } from './working-days/working-days.module.js';
import { PaymentCommandsModule } from './payment/payment-commands.module.js';
import { PaymentReadModule } from './payment/payment-read.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { LawModule } from './policy/law/law.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { PolicyVersionModule } from './policy/version/policy-version.module.js';
import { SecurityLogModule } from './security-log/security-log.module.js';
import { ReadStateModule } from './read-state/read-state.module.js';
import { VerificationModule } from './verification/verification.module.js';
import { PublicityModule } from './publicity/publicity.module.js';
import { RecusalModule } from './recusal/recusal.module.js';
import { ExclusionModule } from './exclusion/exclusion.module.js';
import { RecognitionModule } from './recognition/recognition.module.js';
import { BatchModule } from './batch/batch.module.js';
import { RoundModule } from './round/round.module.js';
import { SampleModule } from './sample/sample.module.js';
import { ProgrammeModule } from './programme/programme.module.js';

/** All of the application. Another city is another folder of data, never another line here. */
@Module({})
export class AppModule {
  static of(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        DatabaseModule.of(databaseUrl, config),
        LogModule,
        LawModule,
        DivisionModule,
        DepartmentModule,
        IdentityModule,
        SecurityLogModule,
        MachineModule,
        UserModule,
        ScalarsModule,
        PolicyModule,
        PolicyVersionModule,
        EnterpriseReadModule,
        ClaimReadModule,
        DelegationModule,
        CommentModule,
        RecusalModule,
        DirectoryModule,
        EntitlementReadModule,
        PaymentReadModule,
        RecognitionModule,
        ExclusionModule,
        BatchModule,
        RoundModule,
        SampleModule,
        EventModule,
        ProgrammeModule,
        MetricsModule,
        VerificationModule,
        ReadStateModule,
        CorrectionModule,
        DashboardModule,
        MonthsModule,
        WorkingDaysModule,
        CommandModule,
        ClaimCommandsModule,
        PaymentCommandsModule,
        EnterpriseCommandsModule,
        BankAccountModule,
        PersonalDataModule,
        DemoModule,
        // A worker only follows the log: it answers nobody but those who ask for its health.
        ...(config.role === 'worker' ? [] : [graphqlModule, LimitsModule, PublicityModule, EvidenceFileModule]),
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: ParseArguments },
        { provide: APP_INTERCEPTOR, useClass: AtLeast },
      ],
    };
  }
}
