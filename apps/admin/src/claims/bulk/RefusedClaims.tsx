import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { byReason, type RefusedClaim } from './bulk-set.js';
import { bulkMessages } from './messages.js';

/** Claims that are not done, by the sentence that says why. */
export function RefusedClaims({ refused }: { refused: readonly RefusedClaim[] }) {
  const texts = useMessages(bulkMessages);
  const bilingual = useBilingual();
  return (
    <Box component="ul" sx={{ pl: 2.5, my: 0.5 }}>
      {byReason(refused).map(({ message, claims }) => (
        <Box component="li" key={message.zh}>
          <Typography variant="body2">{bilingual(message)}</Typography>
          <Disclosure label={texts.claims(claims.length)}>
            <Box sx={{ columns: { xs: 1, sm: 2 }, fontFamily: codeFont, fontSize: '0.8125rem' }}>
              {claims.map((claim) => (
                <MuiLink
                  key={claim}
                  component={Link}
                  to={`/claims/${claim}/show`}
                  target="_blank"
                  sx={{ display: 'block' }}
                >
                  {claim}
                </MuiLink>
              ))}
            </Box>
          </Disclosure>
        </Box>
      ))}
    </Box>
  );
}
