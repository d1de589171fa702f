import { InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../../claim/claim-command.input.js';

@InputType({ description: 'Of which claim the payments are instructed (拨付指令).' })
export class InstructPaymentsInput extends ClaimCommandInput {}
