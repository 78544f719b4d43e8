import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Cyan to teal, the brand's accent; 7 and darker carry white text in both schemes.
const brand: MantineColorsTuple = ['#ecfeff', '#cffafe', '#a5f3fc', '#67e8f9', '#22d3ee', '#14c5cf', '#0d9aa8', '#0e7490', '#155e75', '#164e63'];

// Navy instead of Mantine's neutral greys: 7 is the page, 6 a card, 4 a border, 2 dimmed text.
const dark: MantineColorsTuple = ['#e8edf6', '#c5cede', '#a3b0c6', '#8493ad', '#2c3750', '#222b3d', '#161b26', '#080d18', '#060a13', '#04070d'];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 7,
  autoContrast: true,
  black: '#0b1322',
  colors: { brand, dark },
  defaultGradient: { from: '#22d3ee', to: '#14b8a6', deg: 100 },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  components: {
    // Colour alone does not tell a link from the text around it.
    Anchor: { defaultProps: { underline: 'always' } },
    // A dialog's header is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } }, closeButtonProps: { 'aria-label': 'Close' } } },
  },
  headings: { fontWeight: '650', textWrap: 'balance' },
});

/** Text colours that reach 4.5 : 1 in both schemes, where Mantine's own do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--secura-gradient': 'linear-gradient(100deg, #22d3ee, #14b8a6)', '--secura-on-gradient': '#06202a' },
  light: {
    '--mantine-color-body': '#f5f7fa',
    '--mantine-color-dimmed': '#4f5d73',
    '--mantine-color-placeholder': '#66738a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0b6480',
    '--secura-card': '#ffffff',
    '--secura-border': '#d9e0ea',
    '--secura-control-border': '#8391a7',
    '--secura-accent-text': '#0b6480',
    '--secura-hover': '#eaf0f6',
    '--secura-shadow': '0 1px 2px rgb(11 19 34 / 6%), 0 4px 16px rgb(11 19 34 / 5%)',
  },
  dark: {
    '--mantine-color-body': '#080d18',
    '--mantine-color-dimmed': '#a3b0c6',
    '--mantine-color-placeholder': '#8d9bb4',
    '--mantine-color-error': '#ff8f8a',
    '--mantine-color-anchor': '#4cd9ee',
    '--mantine-color-disabled': '#222b3d',
    '--mantine-color-disabled-color': '#8493ad',
    '--secura-card': '#161b26',
    '--secura-border': '#2c3750',
    '--secura-control-border': '#64748f',
    '--secura-accent-text': '#4cd9ee',
    '--secura-hover': '#1e2635',
    '--secura-shadow': 'none',
  },
});
