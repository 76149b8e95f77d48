import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** What a bio page says besides the artist's own words. */
export interface BioPageWords {
  out: string;
  next: string;
  listen: string;
  see: string;
  releases: string;
  socials: string;
  description: (name: string) => string;
}

export const bioPageWords: Readonly<Record<Language, BioPageWords>> = {
  en: { out: 'Out now', next: 'Coming next', listen: 'Listen', see: 'See more', releases: 'Releases', socials: 'Elsewhere', description: (name) => `Music, links and news by ${apart('en', name)}.` },
  de: { out: 'Jetzt erschienen', next: 'Als Nächstes', listen: 'Anhören', see: 'Mehr dazu', releases: 'Veröffentlichungen', socials: 'Anderswo', description: (name) => `Musik, Links und Neuigkeiten von ${apart('de', name)}.` },
  fr: { out: 'Déjà disponible', next: 'Bientôt', listen: 'Écouter', see: 'En savoir plus', releases: 'Sorties', socials: 'Ailleurs', description: (name) => `Musique, liens et actualités\u00a0: ${apart('fr', name)}.` },
  es: { out: 'Ya disponible', next: 'Próximamente', listen: 'Escuchar', see: 'Ver más', releases: 'Lanzamientos', socials: 'En otros sitios', description: (name) => `Música, enlaces y novedades de ${apart('es', name)}.` },
  it: { out: 'Fuori ora', next: 'Prossimamente', listen: 'Ascolta', see: 'Scopri di più', releases: 'Uscite', socials: 'Altrove', description: (name) => `Musica, link e novità di ${apart('it', name)}.` },
  pt: { out: 'Já disponível', next: 'Em breve', listen: 'Ouvir', see: 'Ver mais', releases: 'Lançamentos', socials: 'Em outros lugares', description: (name) => `Músicas, links e novidades de ${apart('pt', name)}.` },
  nl: { out: 'Nu uit', next: 'Binnenkort', listen: 'Luisteren', see: 'Meer weten', releases: 'Muziek', socials: 'Elders', description: (name) => `Muziek, links en nieuws van ${apart('nl', name)}.` },
  pl: { out: 'Już jest', next: 'Wkrótce', listen: 'Posłuchaj', see: 'Zobacz więcej', releases: 'Wydawnictwa', socials: 'Gdzie indziej', description: (name) => `${apart('pl', name)}: muzyka, linki i nowości.` },
  tr: { out: 'Çıktı', next: 'Sırada', listen: 'Dinle', see: 'Daha fazlası', releases: 'Yayınlar', socials: 'Diğer adresler', description: (name) => `${apart('tr', name)}: müzik, bağlantılar ve haberler.` },
  ja: { out: '配信中', next: '近日リリース', listen: '聴く', see: '詳しく見る', releases: 'ディスコグラフィー', socials: 'その他のリンク', description: (name) => `${apart('ja', name)}の音楽、リンク、最新情報。` },
  ko: { out: '지금 공개', next: '공개 예정', listen: '듣기', see: '자세히 보기', releases: '발매 음반', socials: '다른 채널', description: (name) => `${apart('ko', name)}의 음악, 링크, 소식.` },
  ar: { out: 'صدر الآن', next: 'قريبًا', listen: 'استماع', see: 'عرض المزيد', releases: 'الإصدارات', socials: 'في أماكن أخرى', description: (name) => `موسيقى وروابط وأخبار ${apart('ar', name)}.` },
};
