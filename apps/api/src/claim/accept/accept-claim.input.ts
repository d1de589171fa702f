import { InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';

@InputType()
export class AcceptClaimInput extends ClaimCommandInput {}
