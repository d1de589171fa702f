import type { PaletteOptions } from '@mui/material/styles';

export type Palette = PaletteOptions & { primary: { main: string } };

/**
 * Ink on paper, with the vermilion of a seal for what must not be overlooked. Every pair of text and ground that
 * is used together has a contrast of at least 4.5 to 1 (WCAG 2.2, AA).
 */
export const lightPalette: Palette = {
  mode: 'light',
  primary: { main: '#23486f', dark: '#173250', light: '#e6edf5', contrastText: '#ffffff' },
  secondary: { main: '#173250', contrastText: '#ffffff' },
  error: { main: '#a5281f', light: '#fbeceb' },
  warning: { main: '#8a5300', light: '#fbf2e0' },
  success: { main: '#226244', light: '#e6f2ec' },
  info: { main: '#2f5d8a', light: '#e8f0f7' },
  text: { primary: '#1c2733', secondary: '#55626f', disabled: '#8b96a1' },
  divider: '#dfe4e9',
  background: { default: '#f4f6f8', paper: '#ffffff' },
};

export const darkPalette: Palette = {
  mode: 'dark',
  primary: { main: '#8fb6de', dark: '#b5d0ec', light: '#22344a', contrastText: '#0f1a26' },
  secondary: { main: '#131c26', contrastText: '#e4eaf0' },
  error: { main: '#ee8f86', light: '#41201e' },
  warning: { main: '#e0b060', light: '#3a2d14' },
  success: { main: '#83c9a4', light: '#1a3427' },
  info: { main: '#8fb6de', light: '#1d2f43' },
  text: { primary: '#e4eaf0', secondary: '#a3b0bd', disabled: '#6f7c89' },
  divider: '#2b3743',
  background: { default: '#10161d', paper: '#18212b' },
};
