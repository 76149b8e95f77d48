import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import { components } from './components.js';

// Mantine wants ten shades of a colour. What is seen of them is set by the resolver below, from tokens.css.
const vermilion: MantineColorsTuple = ['#fdf1ed', '#fbe3dc', '#f6c4b7', '#f2a28f', '#ee846b', '#ea6a4d', '#e5482d', '#c9381e', '#b02f17', '#8c2410'];
const stone: MantineColorsTuple = ['#f7f5f0', '#efece4', '#e5e1d7', '#d0cabd', '#b3ac9d', '#958e7f', '#756e62', '#5c564c', '#3a362f', '#191714'];
const soot: MantineColorsTuple = ['#f1ede4', '#cfc9bc', '#aea799', '#918a7d', '#45413a', '#2d2a26', '#25231f', '#141311', '#100f0d', '#0b0a09'];

const typeface = "'Bricolage Grotesque Variable', 'Helvetica Neue', Helvetica, Arial, sans-serif";

// Text on a filled control: dark on the lighter accent of the dark palette, light on the darker one of the light palette.
const onFilled: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colors;
  return { ...colors, color: input.color === 'red' ? 'var(--on-bad)' : 'var(--on-accent)' };
};

export const theme = createTheme({
  primaryColor: 'vermilion',
  primaryShade: { light: 7, dark: 6 },
  colors: { vermilion, gray: stone, dark: soot },
  white: '#fffefb',
  black: '#191714',
  fontFamily: typeface,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  fontWeights: { regular: '400', medium: '500', bold: '650' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.35', xl: '1.2' },
  headings: {
    fontFamily: typeface,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.2' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '40px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  variantColorResolver: onFilled,
  respectReducedMotion: true,
  components,
});

const scheme = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--ink-faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-vermilion-filled': 'var(--accent-fill)',
  '--mantine-color-vermilion-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-vermilion-text': 'var(--accent-text)',
  '--mantine-color-vermilion-light': 'var(--accent-soft)',
  '--mantine-color-vermilion-light-hover': 'var(--accent-soft)',
  '--mantine-color-vermilion-light-color': 'var(--accent-text)',
  '--mantine-color-vermilion-outline': 'var(--accent-text)',
  '--mantine-color-red-filled': 'var(--bad)',
  '--mantine-color-red-filled-hover': 'var(--bad)',
  '--mantine-color-red-text': 'var(--bad)',
  '--mantine-color-red-light': 'var(--bad-soft)',
  '--mantine-color-red-light-hover': 'var(--bad-soft)',
  '--mantine-color-red-light-color': 'var(--bad)',
  '--mantine-color-green-filled': 'var(--good)',
  '--mantine-color-green-text': 'var(--good)',
  '--mantine-color-green-light': 'var(--good-soft)',
  '--mantine-color-green-light-color': 'var(--good)',
  '--mantine-color-yellow-text': 'var(--warn)',
  '--mantine-color-yellow-light': 'var(--warn-soft)',
  '--mantine-color-yellow-light-color': 'var(--warn)',
  '--mantine-color-gray-text': 'var(--ink-soft)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--ink-soft)',
};

/** Mantine's own colours are our tokens, so that there is one place to look and one to change. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: scheme, dark: scheme });
