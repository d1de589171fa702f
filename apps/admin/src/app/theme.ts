import type { ThemeOptions } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';
import { type Palette, darkPalette, lightPalette } from './palette.js';

type Components = NonNullable<ThemeOptions['components']>;

const chineseSans = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"';

/**
 * Latin first for its figures, then the CJK face that the reader's system has. In English a Latin face comes first on
 * every system: a CJK face draws ’ and “ as wide as a character.
 */
const sansOf = {
  zh: `"Inter", "Segoe UI", ${chineseSans}, sans-serif`,
  en: `"Inter", "Segoe UI", "Helvetica Neue", "Roboto", Arial, "Liberation Sans", "DejaVu Sans", ${chineseSans}, sans-serif`,
};

/** For the words of a document, so that they are told apart from the system's own. */
export const documentFont =
  '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "STSong", "SimSun", Georgia, serif';

export const codeFont = '"JetBrains Mono", "SFMono-Regular", Consolas, "Noto Sans Mono CJK SC", monospace';

/** In both languages, since a theme knows of neither. */
const LOADING = '加载中 Loading';

function themeOf(palette: Palette): RaThemeOptions {
  return {
    palette,
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: 'var(--sans)',
      fontSize: 14,
      h1: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.35 },
      h2: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
      h3: { fontSize: '0.9rem', fontWeight: 650, lineHeight: 1.4 },
      body1: { fontSize: '0.9375rem', lineHeight: 1.65 },
      body2: { fontSize: '0.875rem', lineHeight: 1.6 },
      caption: { fontSize: '0.8125rem', lineHeight: 1.5 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: { ...surfaces(palette), ...controls, ...tables, ...reactAdmin },
  };
}

const focusRing = {
  outline: '2px solid',
  outlineColor: 'primary.main',
  outlineOffset: 2,
};

const surfaces = (palette: Palette): Components => ({
  MuiCssBaseline: {
    styleOverrides: {
      ':root': { '--sans': sansOf.zh },
      ':root:lang(en)': { '--sans': sansOf.en },
      body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
      a: { color: palette.primary.main },
      'a:focus-visible, summary:focus-visible, [tabindex]:focus-visible': {
        outline: '2px solid currentColor',
        outlineOffset: 2,
        borderRadius: 2,
      },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
      },
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiCard: { defaultProps: { variant: 'outlined' } },
  MuiAppBar: { styleOverrides: { root: { boxShadow: 'none' } } },
  MuiDialog: { defaultProps: { maxWidth: 'sm', fullWidth: true } },
  MuiTooltip: { defaultProps: { arrow: true } },
  MuiCircularProgress: { defaultProps: { 'aria-label': LOADING } },
  MuiLinearProgress: { defaultProps: { 'aria-label': LOADING } },
});

const controls: Components = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: ({ theme }) => theme.unstable_sx({ '&.Mui-focusVisible': focusRing }) },
  },
  MuiButton: { defaultProps: { disableElevation: true } },
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } },
  MuiAutocomplete: { defaultProps: { size: 'small', fullWidth: true } },
  MuiChip: { styleOverrides: { root: { borderRadius: 4, fontWeight: 600 }, sizeSmall: { height: 22 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, textTransform: 'none' } } },
};

const tables: Components = {
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderColor: theme.palette.divider,
        padding: '9px 12px',
        [theme.breakpoints.down('xl')]: { paddingLeft: 8, paddingRight: 8 },
        '&:first-of-type': { paddingLeft: 16 },
        '&:last-of-type': { paddingRight: 16 },
      }),
      head: ({ theme }) => ({
        color: theme.palette.text.secondary,
        fontSize: '0.8125rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
      }),
    },
  },
};

const reactAdmin: Components = {
  RaLayout: { styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { minWidth: 0, padding: 0 } } } },
  RaMenuItemLink: {
    styleOverrides: {
      root: ({ theme }) => ({
        margin: '2px 8px',
        borderRadius: 6,
        color: theme.palette.text.primary,
        '&.RaMenuItemLink-active': {
          backgroundColor: theme.palette.primary.light,
          color: theme.palette.primary.dark,
          fontWeight: 650,
          '& .MuiListItemIcon-root': { color: theme.palette.primary.dark },
        },
      }),
    },
  },
  // The grid decides how wide a field is.
  RaSelectInput: { styleOverrides: { root: { minWidth: 0 } } },
  // On a telephone the name of the language says enough without its signs.
  RaLocalesMenuButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        [theme.breakpoints.down('sm')]: {
          '& .MuiButton-root': { minWidth: 0 },
          '& .MuiButton-icon': { display: 'none' },
        },
      }),
    },
  },
  RaSidebar: {
    styleOverrides: {
      root: ({ theme }) => ({
        '& .RaSidebar-fixed': { paddingTop: theme.spacing(1) },
        '& .MuiPaper-root': { borderRight: `1px solid ${theme.palette.divider}` },
      }),
    },
  },
};

export const lightTheme = themeOf(lightPalette);
export const darkTheme = themeOf(darkPalette);
