import { Mutation, Resolver } from '@nestjs/graphql';
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
    await this.readModel.rebuild();
    return true;
  }
}
