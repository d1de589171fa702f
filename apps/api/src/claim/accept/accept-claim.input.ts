import { InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';

@InputType({ description: 'Which claim is accepted (受理).' })
export class AcceptClaimInput extends ClaimCommandInput {}
