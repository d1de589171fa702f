import { EventStoreError } from '@duixian/event-store';
import { Mutation, Resolver } from '@nestjs/graphql';
import { laterVersionKeepsTables } from '../graphql/errors.js';
import { RequirePermission } from '../identity/require-permission.js';
import { ReadModel } from './read-model.js';

@Resolver()
export class RebuildResolver {
  constructor(private readonly readModel: ReadModel) {}

  @Mutation(() => Boolean, {
    description: 'Builds the read models anew from the log, beside those in use, and switches. Nobody has to wait.',
  })
  @RequirePermission('readmodel.rebuild')
  async rebuildReadModels(): Promise<boolean> {
    await this.readModel.rebuild().catch((error: unknown) => {
      throw error instanceof EventStoreError && error.code === 'LATER_VERSION' ? laterVersionKeepsTables() : error;
    });
    return true;
  }
}
