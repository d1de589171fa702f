import { z } from 'zod';

export const proposalStanding = z.enum(['OPEN', 'LAPSED', 'WAITING', 'IN_FORCE', 'REFUSED', 'WITHDRAWN']);
export type ProposalStanding = z.infer<typeof proposalStanding>;

export const noticeWay = z.enum(['TELEPHONE', 'VISIT', 'LETTER', 'MAIL']);
export type NoticeWay = z.infer<typeof noticeWay>;

/** What a change of an enterprise's account and one of its contact have in common. */
export const proposedChange = z.object({
  id: z.string(),
  standing: proposalStanding,
  inForce: z.boolean(),
  isFound: z.boolean(),
  proposedOn: z.string(),
  proposedBy: z.string(),
  isMine: z.boolean(),
  opensUntil: z.string(),
  needsNotice: z.boolean(),
  notice: z.object({ how: noticeWay, note: z.string(), on: z.string(), by: z.string() }).nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
  reason: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  waiting: z.enum(['NONE', 'SCHEDULE', 'CAUTIOUS']).nullable(),
});
export type ProposedChange = z.infer<typeof proposedChange>;

export const proposedChangeFields = `
  id standing inForce isFound proposedOn proposedBy isMine opensUntil needsNotice notice { how note on by }
  answeredOn answeredBy reason effectiveFrom waiting
`;

export interface OnProposal {
  uscc: string;
  proposal: string;
}

export interface RefuseProposal extends OnProposal {
  reason: string;
}

export interface GiveNotice extends OnProposal {
  how: NoticeWay;
  note: string;
}
