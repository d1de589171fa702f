import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UserEntity } from '../identity/user/user.entity.js';
import { ImportPlayer } from '../import/import-player.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoReport } from './demo-report.js';
import { DemoState } from './demo-state.js';
import { Demo } from './demo.js';
import { StartCheck } from './start-check.js';
import { PublicInfoResolver } from './public-info.resolver.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  providers: [ImportPlayer, DemoAccounts, DemoReport, DemoState, StartCheck, Demo, PublicInfoResolver],
})
export class DemoModule {}
