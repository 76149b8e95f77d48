/** Written by bin/make-look-fonts.mjs. Scale, ascent and descent are what a system font is set to in percent, to take the same room. */
export const fontFiles = {
  condensed: { family: 'Oswald', latin: 'condensed.76051fe984.woff2', latinExtended: 'condensed-ext.c8c6406153.woff2', weight: 600, scale: 91.1, ascent: 130.9, descent: 31.7 },
  serif: { family: 'Newsreader', latin: 'serif.508ec80d12.woff2', latinExtended: 'serif-ext.640c963c55.woff2', weight: 500, scale: 97.8, ascent: 75.1, descent: 27.1 },
  round: { family: 'Nunito', latin: 'round.33c9685e3c.woff2', latinExtended: 'round-ext.8f4779374d.woff2', weight: 800, scale: 108, ascent: 93.6, descent: 32.7 },
  mono: { family: 'JetBrains Mono', latin: 'mono.8e7209a753.woff2', latinExtended: 'mono-ext.880a665c1a.woff2', weight: 500, scale: 139.2, ascent: 73.3, descent: 21.5 },
  grotesque: { family: 'Bricolage Grotesque', latin: 'grotesque.6b52bd28a4.woff2', latinExtended: 'grotesque-ext.1538eaeae8.woff2', weight: 700, scale: 110.3, ascent: 84.3, descent: 24.5 },
} as const;
