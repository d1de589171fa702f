import { Box } from '@mui/material';
import { useEffect, useMemo, useRef } from 'react';
import { documentFont } from '../../app/theme.js';
import { highlight } from './highlight.js';
import { paragraphsOf } from './paragraphs.js';

interface DocumentTextProps {
  source: string;
  /** Passages to mark; the first of them is scrolled into view. */
  quotes: string[];
}

/** A document as published, with the passages of one clause marked. */
export function DocumentText({ source, quotes }: DocumentTextProps) {
  const container = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(source), [source]);
  const segments = useMemo(() => highlight(paragraphs, quotes), [paragraphs, quotes]);

  useEffect(() => {
    const frame = container.current;
    const mark = frame?.querySelector('mark');
    if (frame && mark) frame.scrollTo({ top: mark.offsetTop - frame.clientHeight / 4, behavior: 'smooth' });
  }, [segments]);

  return (
    <Box
      ref={container}
      lang="zh-CN"
      tabIndex={0}
      sx={{
        position: 'relative',
        overflowY: 'auto',
        height: '100%',
        px: { xs: 2, sm: 4 },
        pb: 4,
        fontFamily: documentFont,
        fontSize: '1rem',
        lineHeight: 1.95,
        '& mark': {
          bgcolor: 'warning.light',
          color: 'inherit',
          borderBottom: '2px solid',
          borderColor: 'warning.main',
        },
      }}
    >
      {paragraphs.map((paragraph, index) => (
        <Box
          key={index}
          component="p"
          sx={paragraph.heading ? { my: 1.5, fontWeight: 700 } : { my: 0.75, textIndent: '2em' }}
        >
          {segments[index]?.map((segment, at) =>
            segment.marked ? <mark key={at}>{segment.text}</mark> : segment.text,
          )}
        </Box>
      ))}
    </Box>
  );
}
