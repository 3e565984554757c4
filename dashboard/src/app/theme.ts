import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const bodega: MantineColorsTuple = [
  '#eefaf7',
  '#d4f1ea',
  '#a8e2d6',
  '#74cfbe',
  '#43b5a3',
  '#259888',
  '#177f73',
  '#0f6b62',
  '#0d5750',
  '#0a4640',
];

const SYSTEM_FONT =
  'ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/** Calm and dense: one colour of our own, small type, system fonts, rings that show where the keyboard is. */
export const theme = createTheme({
  colors: { bodega },
  primaryColor: 'bodega',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Card: { defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.45, blur: 2 } },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light' } },
  },
});

/** Mantine's greys and reds for text are too pale for WCAG 2.2 AA on their backgrounds. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f7',
    '--mantine-color-text': '#17201f',
    '--mantine-color-dimmed': '#56615f',
    '--mantine-color-placeholder': '#66716f',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0d5750',
    '--bodega-surface': '#ffffff',
    '--bodega-border': '#e3e7e6',
    '--bodega-hover': '#f0f3f2',
    '--bodega-low': '#8a4b00',
    '--bodega-low-soft': '#fdf1dd',
    '--bodega-out': '#a51d13',
    '--bodega-out-soft': '#fdeae8',
    '--bodega-ok': '#0b5d48',
    '--bodega-ok-soft': '#e3f5ee',
    '--bodega-info': '#1b4f8f',
    '--bodega-info-soft': '#e7f0fb',
    '--bodega-neutral': '#4a5553',
    '--bodega-neutral-soft': '#eef1f0',
    '--bodega-chart': '#0f6b62',
  },
  dark: {
    '--mantine-color-body': '#101514',
    '--mantine-color-text': '#e4ebe9',
    '--mantine-color-dimmed': '#9fadaa',
    '--mantine-color-placeholder': '#93a19e',
    '--mantine-color-error': '#ff9a90',
    '--mantine-color-anchor': '#74cfbe',
    '--bodega-surface': '#171e1d',
    '--bodega-border': '#2a3432',
    '--bodega-hover': '#1e2725',
    '--bodega-low': '#f2bd6b',
    '--bodega-low-soft': '#3a2b12',
    '--bodega-out': '#ff9f95',
    '--bodega-out-soft': '#431f1c',
    '--bodega-ok': '#7fdcc0',
    '--bodega-ok-soft': '#12352c',
    '--bodega-info': '#9cc5f5',
    '--bodega-info-soft': '#1b2f47',
    '--bodega-neutral': '#b9c5c2',
    '--bodega-neutral-soft': '#252e2c',
    '--bodega-chart': '#43b5a3',
  },
});
