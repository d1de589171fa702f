import { describe, expect, it } from '@jest/globals';
import type { ClaimActionName } from '../../api/schema/enums.generated.js';
import type { ClaimAction } from '../fragments.js';
import { sortActions } from './main-action.js';

const may = (action: ClaimActionName): ClaimAction => ({ action, allowed: true, refusal: null });
const mayNot = (action: ClaimActionName): ClaimAction => ({
  action,
  allowed: false,
  refusal: { zh: '不能', en: 'not now' },
});

describe('the actions on a claim', () => {
  it('put the way forward first and tell what is possible from what is not', () => {
    const sorted = sortActions({ status: 'ACCEPTED', actions: [mayNot('ACCEPT'), may('RETURN'), may('REVIEW')] });
    expect(sorted).toEqual({ main: may('REVIEW'), possible: [may('RETURN')], refused: [mayNot('ACCEPT')] });
  });

  it('keep the way forward in view for whoever may not go it', () => {
    expect(sortActions({ status: 'REVIEWED', actions: [mayNot('DETERMINE')] }).main).toEqual(mayNot('DETERMINE'));
  });

  it('put a step of the route before the review, for whoever may take it', () => {
    const [step, review] = [may('TAKE_STEP'), mayNot('REVIEW')];
    expect(sortActions({ status: 'ACCEPTED', actions: [step, review] }).main).toEqual(step);
    const other = sortActions({ status: 'ACCEPTED', actions: [mayNot('TAKE_STEP'), may('REVIEW')] });
    expect(other.main).toEqual(may('REVIEW'));
  });

  it('have no way forward once the claim is closed', () => {
    expect(sortActions({ status: 'PAID', actions: [mayNot('WITHDRAW')] }).main).toBeNull();
  });
});
