import { Module } from '@nestjs/common';
import { PublicListResolver } from './public-list.resolver.js';
import { PublicLists } from './public-lists.js';
import { PublicityController } from './publicity.controller.js';

/** What anybody is shown without sign-in, and what redoes it. */
@Module({ controllers: [PublicityController], providers: [PublicLists, PublicListResolver] })
export class PublicityModule {}
