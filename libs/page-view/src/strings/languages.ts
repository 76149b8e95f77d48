/** The languages that the public pages speak, as BCP 47 primary tags; the first one is spoken where no other is asked for. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ja', 'ko', 'ar'] as const;

export type Language = (typeof languages)[number];
