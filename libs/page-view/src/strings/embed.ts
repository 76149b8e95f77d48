import type { Language } from '@lynkify/domain';

/** What the card says that other sites show. */
export interface EmbedWords {
  /** A link to the page, where there are more platforms than fit. */
  all: string;
  /** A link to an artist's page. */
  page: string;
}

export const embedWords: Readonly<Record<Language, EmbedWords>> = {
  en: { all: 'All platforms', page: 'See the page' },
  de: { all: 'Alle Plattformen', page: 'Zur Seite' },
  fr: { all: 'Toutes les plateformes', page: 'Voir la page' },
  es: { all: 'Todas las plataformas', page: 'Ver la página' },
  it: { all: 'Tutte le piattaforme', page: 'Vai alla pagina' },
  pt: { all: 'Todas as plataformas', page: 'Ver a página' },
  nl: { all: 'Alle platforms', page: 'Naar de pagina' },
  pl: { all: 'Wszystkie serwisy', page: 'Zobacz stronę' },
  tr: { all: 'Tüm platformlar', page: 'Sayfaya git' },
  ja: { all: 'すべてのサービス', page: 'ページを見る' },
  ko: { all: '모든 플랫폼', page: '페이지 보기' },
  ar: { all: 'كل المنصات', page: 'زيارة الصفحة' },
};
