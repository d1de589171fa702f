import { InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../../claim/claim-command.input.js';

@InputType()
export class InstructPaymentsInput extends ClaimCommandInput {}
