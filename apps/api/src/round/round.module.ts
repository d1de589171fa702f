import { Global, Module } from '@nestjs/common';
import { CityRounds } from './read/city-rounds.js';
import { RoundFiles } from './read/round-files.js';
import { FiguresOfRound } from './read/round-figures.js';
import { ApplicationRoundResolver, RoundOfClaimResolver, RoundsResolver } from './read/rounds.resolver.js';
import { ShownRounds } from './read/shown-rounds.js';
import { RoundAnswer } from './round-answer.js';
import { roundAnswers } from './steps/answer-round.js';
import { ExtendRoundHandler, ExtendRoundResolver } from './steps/extend-round.js';
import { OpenRoundHandler, OpenRoundResolver } from './steps/open-round.js';

const handlers = [OpenRoundHandler, ExtendRoundHandler];

const resolvers = [
  OpenRoundResolver,
  ExtendRoundResolver,
  RoundsResolver,
  ApplicationRoundResolver,
  RoundOfClaimResolver,
];

/** Rounds (申报批次): proposed, agreed to, made longer, and what was submitted in them. */
@Global()
@Module({
  providers: [
    ...handlers,
    ...resolvers,
    ...roundAnswers.providers,
    CityRounds,
    FiguresOfRound,
    RoundAnswer,
    RoundFiles,
    ShownRounds,
  ],
  exports: [CityRounds, RoundFiles],
})
export class RoundModule {}
