import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** What stands around what else there is: a video, other releases. */
export interface MoreWords {
  /** What a press on the picture does. */
  video: string;
  /** Heading of the artist's other releases. */
  by: (artist: string) => string;
}

export const moreWords: Readonly<Record<Language, MoreWords>> = {
  en: { video: 'Play the video', by: (artist) => `Also by ${apart('en', artist)}` },
  de: { video: 'Video abspielen', by: (artist) => `Auch von ${apart('de', artist)}` },
  fr: { video: 'Lire la vidéo', by: (artist) => `Également par ${apart('fr', artist)}` },
  es: { video: 'Reproducir el vídeo', by: (artist) => `También de ${apart('es', artist)}` },
  it: { video: 'Riproduci il video', by: (artist) => `Altra musica di ${apart('it', artist)}` },
  pt: { video: 'Reproduzir o vídeo', by: (artist) => `Mais de ${apart('pt', artist)}` },
  nl: { video: 'Video afspelen', by: (artist) => `Ook van ${apart('nl', artist)}` },
  pl: { video: 'Odtwórz wideo', by: (artist) => `Inne wydania: ${apart('pl', artist)}` },
  tr: { video: 'Videoyu oynat', by: (artist) => `Diğer yayınlar: ${apart('tr', artist)}` },
  ja: { video: '動画を再生', by: (artist) => `${apart('ja', artist)}のほかの作品` },
  ko: { video: '동영상 재생', by: (artist) => `${apart('ko', artist)}의 다른 작품` },
  ar: { video: 'تشغيل الفيديو', by: (artist) => `المزيد من ${apart('ar', artist)}` },
};
