import type { EnterpriseState, RegistrationProposal } from '@duixian/casework';

/** What is on record under one code. */
export interface Registration {
  readonly enterprise: EnterpriseState;
  readonly proposals: readonly RegistrationProposal[];
}
