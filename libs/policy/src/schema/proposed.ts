/** The fact in which a lead department proposes an amount, where the clause only sets a limit. */
export const PROPOSED = 'proposedAmount';
