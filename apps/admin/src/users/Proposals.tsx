import { Box, Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { Section } from '../ui/Section.js';
import { proposalsDocument, type ProposalVariables } from './documents.js';
import { userMessages } from './messages.js';
import { ProposalCard } from './ProposalCard.js';

const SHOWN = 50;

interface ProposalsProps {
  title: string;
  empty: string;
  filter: ProposalVariables['filter'];
}

/** Proposals that a filter lets through, the newest first. */
export function Proposals({ title, empty, filter }: ProposalsProps) {
  const texts = useMessages(userMessages);
  const query = useDocument(proposalsDocument, { first: SHOWN, after: null, filter });
  return (
    <Section title={title}>
      <Answer query={query}>
        {({ officialProposals: { nodes, totalCount } }) =>
          nodes.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {empty}
            </Typography>
          ) : (
            <>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {nodes.map((proposal) => (
                  <ProposalCard key={proposal.id} proposal={proposal} />
                ))}
              </Box>
              {totalCount > nodes.length && (
                <Typography variant="caption" color="textSecondary">
                  {texts.newest(nodes.length, totalCount)}
                </Typography>
              )}
            </>
          )
        }
      </Answer>
    </Section>
  );
}
