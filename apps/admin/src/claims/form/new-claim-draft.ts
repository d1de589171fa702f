const NEW_CLAIM = 'new-claim/';

/** Under which name the draft of a new claim is kept. */
export function newClaimDraft(uscc: string, measure: string): string {
  return `${NEW_CLAIM}${uscc}/${measure}`;
}

/** How the names of all of them begin. */
export const newClaimDrafts = NEW_CLAIM;

/** Whose claim under which clause a draft is, by its name. */
export function matterOfDraft(form: string): { uscc: string; measure: string } {
  const [uscc = '', ...measure] = form.slice(NEW_CLAIM.length).split('/');
  return { uscc, measure: measure.join('/') };
}
