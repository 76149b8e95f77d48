import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** What is said around tracks that can be listened to. */
export interface TrackWords {
  /** Heading of a single recording. */
  preview: string;
  /** What a player plays, for who cannot see beside which track it stands. */
  of: (title: string) => string;
  /** Who lends the previews, as they ask to be named. */
  lent: (service: string) => string;
}

export const trackWords: Readonly<Record<Language, TrackWords>> = {
  en: { preview: 'Preview', of: (title) => `Preview of ${apart('en', title)}`, lent: (service) => `Previews courtesy of ${service}` },
  de: { preview: 'Hörprobe', of: (title) => `Hörprobe von ${apart('de', title)}`, lent: (service) => `Hörproben zur Verfügung gestellt von ${service}` },
  fr: { preview: 'Extrait', of: (title) => `Extrait de ${apart('fr', title)}`, lent: (service) => `Extraits proposés par ${service}` },
  es: { preview: 'Fragmento', of: (title) => `Fragmento de ${apart('es', title)}`, lent: (service) => `Fragmentos por cortesía de ${service}` },
  it: { preview: 'Anteprima', of: (title) => `Anteprima di ${apart('it', title)}`, lent: (service) => `Anteprime offerte da ${service}` },
  pt: { preview: 'Prévia', of: (title) => `Prévia de ${apart('pt', title)}`, lent: (service) => `Prévias cedidas por ${service}` },
  nl: { preview: 'Fragment', of: (title) => `Fragment van ${apart('nl', title)}`, lent: (service) => `Fragmenten met dank aan ${service}` },
  pl: { preview: 'Fragment', of: (title) => `Fragment: ${apart('pl', title)}`, lent: (service) => `Fragmenty udostępnia ${service}` },
  tr: { preview: 'Ön dinleme', of: (title) => `Ön dinleme: ${apart('tr', title)}`, lent: (service) => `Ön dinlemeler ${service} izniyle` },
  ja: { preview: '試聴', of: (title) => `${apart('ja', title)}の試聴`, lent: (service) => `試聴の提供：${service}` },
  ko: { preview: '미리 듣기', of: (title) => `${apart('ko', title)} 미리 듣기`, lent: (service) => `미리 듣기 제공: ${service}` },
  ar: { preview: 'مقتطف', of: (title) => `مقتطف من ${apart('ar', title)}`, lent: (service) => `المقتطفات مقدمة من ${apart('ar', service)}` },
};
