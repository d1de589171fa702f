import { Typography } from '@mui/material';
import { Link } from 'react-router';
import { codeFont } from '../../app/theme.js';

/** The number is a link too, so that the keyboard reaches each claim and it can be opened in another tab. */
export function ClaimNumber({ id }: { id: string }) {
  return (
    <Typography
      component={Link}
      to={`/claims/${id}/show`}
      sx={{ fontFamily: codeFont, fontSize: '0.8125rem', color: 'primary.main', whiteSpace: 'nowrap' }}
    >
      {id}
    </Typography>
  );
}
