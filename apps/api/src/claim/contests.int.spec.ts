import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, invoice, submission, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;
let reviewer: Official;
let papers = 0;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  reviewer = await bureau.reviewer();
});

beforeEach(() => {
  api.today(TODAY);
  papers += 1;
});

afterAll(() => api.stop());

/** The invoice of the test: each firm says that it is its own. */
function paper() {
  return [invoice(`2535200000000000${String(8000 + papers)}`)];
}

async function submittedBy(clerk: Official, uscc: string): Promise<string> {
  return (await bureau.done(clerk, 'submitClaim', submission({ uscc, evidence: paper() }))).id;
}

async function acceptedBy(clerk: Official, uscc: string): Promise<string> {
  const claim = await submittedBy(clerk, uscc);
  await accept(claim);
  return claim;
}

async function accept(claim: string): Promise<Answer> {
  return bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
}

async function review(claim: string): Promise<Answer> {
  return api.send(reviewer, 'reviewClaim', { claim, opinion: '属实', agreedAmount: null });
}

async function withdraw(clerk: Official, claim: string): Promise<void> {
  await bureau.done(clerk, 'withdrawClaim', { claim, reason: '企业撤回' });
}

/** What the reviewer's page says: who contests the invoice, who of them holds the claim up, and whether the review is offered. */
async function page(claim: string) {
  const query = `query ($id: ID!) { claim(id: $id) {
    evidence { contestedBy { id } heldUpBy } actions { action refusal { zh } }
  } }`;
  const { claim: shown } = await ask(api, reviewer, query, { id: claim });
  const { evidence, actions } = shown as {
    evidence: { contestedBy: { id: string }[]; heldUpBy: string[] }[];
    actions: { action: string; refusal: { zh: string } | null }[];
  };
  const refusal = actions.find(({ action }) => action === 'REVIEW')?.refusal;
  return {
    contestedBy: evidence.flatMap(({ contestedBy }) => contestedBy.map(({ id }) => id)),
    heldUpBy: evidence.flatMap(({ heldUpBy }) => heldUpBy),
    isReviewOffered: refusal === null,
  };
}

describe('a claim that names another one’s invoice', () => {
  it('holds that one up no sooner than a second clerk has accepted it, and is shown to both before', async () => {
    const own = await acceptedBy(bureau.clerk, await bureau.enterprise());
    const contesting = await submittedBy(bureau.clerk, await bureau.enterprise());
    expect(await page(own)).toEqual({ contestedBy: [contesting], heldUpBy: [], isReviewOffered: true });
    expect(await page(contesting)).toMatchObject({ contestedBy: [own], heldUpBy: [own] });

    expect(await api.send(bureau.clerk, 'acceptClaim', { claim: contesting })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await accept(contesting)).toMatchObject({ held: true });

    expect(await review(own)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [contesting] });
    expect(await page(own)).toEqual({
      contestedBy: [contesting],
      heldUpBy: [contesting],
      isReviewOffered: false,
    });
    expect(await review(contesting)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [own] });
  });

  it('is itself held up by the first whose review agrees, for as long as that one stands', async () => {
    const own = await acceptedBy(bureau.clerk, await bureau.enterprise());
    const contesting = await submittedBy(bureau.clerk, await bureau.enterprise());
    expect(await review(own)).toMatchObject({ status: 'REVIEWED' });
    expect(await accept(contesting)).toMatchObject({ held: true });
    expect(await review(contesting)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [own] });
    expect(await page(own)).toMatchObject({ contestedBy: [contesting], heldUpBy: [] });
    expect(await page(contesting)).toMatchObject({ heldUpBy: [own] });
    await bureau.done(bureau.finance, 'determineClaim', { claim: own });
    expect(await review(contesting)).toMatchObject({ code: 'EVIDENCE_CONTESTED', claims: [own] });
    await withdraw(bureau.clerk, own);
    expect(await review(contesting)).toMatchObject({ status: 'REVIEWED' });
  });
});

describe('a claim on a paper of which a claim of its enterprise or clerk gave way before', () => {
  it('holds up the other one no more, once it was withdrawn or rejected, and is held up by it', async () => {
    const own = await acceptedBy(bureau.clerk, await bureau.enterprise());
    const firm = await bureau.enterprise();
    const first = await acceptedBy(bureau.clerk, firm);
    await withdraw(bureau.clerk, first);

    const again = await submittedBy(bureau.clerk, firm);
    expect(await accept(again)).toMatchObject({ held: true });
    expect(await page(own)).toEqual({ contestedBy: [again], heldUpBy: [], isReviewOffered: true });
    await bureau.done(reviewer, 'rejectClaim', { claim: again, reason: '发票系他人所有' });

    // Neither another clerk for the same enterprise nor the same clerk for another one begins anew.
    const byAnother = await acceptedBy(await api.hire('clerk', CITY), firm);
    const forAnother = await acceptedBy(bureau.clerk, await bureau.enterprise());
    expect(await page(own)).toMatchObject({ contestedBy: [byAnother, forAnother].sort(), heldUpBy: [] });
    expect(await review(byAnother)).toMatchObject({ code: 'EVIDENCE_CONTESTED' });
    expect(await review(own)).toMatchObject({ status: 'REVIEWED' });
    expect(await review(byAnother)).toMatchObject({ code: 'EVIDENCE_CONTESTED' });
    expect(await review(forAnother)).toMatchObject({ code: 'EVIDENCE_CONTESTED' });
  });

  it('holds up one that came afterwards, and one that only an unaccepted claim contested', async () => {
    const own = await acceptedBy(bureau.clerk, await bureau.enterprise());
    const firm = await bureau.enterprise();
    // Whoever entered it leaves it to a colleague to withdraw.
    await withdraw(bureau.otherClerk, await submittedBy(bureau.clerk, firm));
    const mistyped = await acceptedBy(bureau.clerk, firm);
    expect(await page(own)).toMatchObject({ heldUpBy: [mistyped] });
    await withdraw(bureau.clerk, mistyped);

    const later = await acceptedBy(await api.hire('clerk', CITY), await bureau.enterprise());
    const again = await acceptedBy(bureau.clerk, firm);
    expect(await page(later)).toMatchObject({ heldUpBy: [own, again].sort() });
    expect(await page(own)).toMatchObject({ heldUpBy: [later] });
  });

  it('and the other one cannot both pass, though neither holds the other up any more', async () => {
    for (let round = 0; round < 5; round++) {
      papers += 1;
      const firms = [await bureau.enterprise(), await bureau.enterprise()] as const;
      const clerks = [bureau.clerk, await api.hire('clerk', CITY)] as const;
      const former = [await acceptedBy(clerks[0], firms[0]), await acceptedBy(clerks[1], firms[1])] as const;
      const claims = [await submittedBy(clerks[0], firms[0]), await submittedBy(clerks[1], firms[1])];
      await withdraw(clerks[0], former[0]);
      await withdraw(clerks[1], former[1]);
      for (const claim of claims) await accept(claim);
      for (const claim of claims) expect(await page(claim)).toMatchObject({ heldUpBy: [], isReviewOffered: true });

      const answers = await Promise.all(claims.map(review));

      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Claim', 'EvidenceContested']);
    }
  });
});
