import { InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';

@InputType({ description: 'Which claim is determined (核定).' })
export class DetermineClaimInput extends ClaimCommandInput {}
