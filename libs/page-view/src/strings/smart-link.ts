import type { Language } from '@lynkify/domain';
import { apart, counted, listed } from './phrase.js';

/** What a smart link's page says of a release. */
export interface SmartLinkWords {
  /** The list of platforms, for who cannot see that it is one. */
  platforms: string;
  outOn: (date: string) => string;
  soon: string;
  noLinks: string;
  tracks: (count: number) => string;
  about: string;
  title: (title: string, credit: string) => string;
  description: (title: string, credit: string, platforms: readonly string[], more: number) => string;
  announced: (title: string, credit: string, date: string) => string;
}

/** "Spotify, Deezer and 2 more"; empty where there is none. */
function named(language: Language, platforms: readonly string[], more: number, others: (count: number) => string): string {
  return listed(language, more > 0 ? [...platforms, others(more)] : platforms);
}

const others = {
  en: counted('en', { other: '# more' }),
  de: counted('de', { one: '# weiteren Dienst', other: '# weiteren Diensten' }),
  fr: counted('fr', { one: '# autre plateforme', other: '# autres plateformes' }),
  es: counted('es', { one: '# plataforma más', other: '# plataformas más' }),
  it: counted('it', { one: '# altra piattaforma', other: '# altre piattaforme' }),
  pt: counted('pt', { one: 'mais # plataforma', other: 'mais # plataformas' }),
  nl: counted('nl', { one: 'nog # andere dienst', other: 'nog # andere diensten' }),
  pl: counted('pl', { one: '# innym serwisie', other: '# innych serwisach' }),
  tr: counted('tr', { other: '# platform daha' }),
  ja: counted('ja', { other: '他#サービス' }),
  ko: counted('ko', { other: '#개 서비스' }),
  ar: counted('ar', { one: 'منصة أخرى', two: 'منصتين أخريين', few: '# منصات أخرى', other: '# منصة أخرى' }),
} satisfies Record<Language, (count: number) => string>;

/** The same in every language whose sentence is "Listen to {title} by {credit} on {platforms}." */
function sentence(language: Language, whole: (release: string) => string, on: string): Pick<SmartLinkWords, 'description'> {
  return {
    description: (title, credit, platforms, more) => {
      const places = named(language, platforms, more, others[language]);
      return `${whole(smartLinkWords[language].title(title, credit))}${places === '' ? '' : `${on}${places}`}.`;
    },
  };
}

export const smartLinkWords: Readonly<Record<Language, SmartLinkWords>> = {
  en: {
    platforms: 'Where to listen', outOn: (date) => `Out on ${date}`, soon: 'Links appear here when it is out.', noLinks: 'No links yet.',
    tracks: counted('en', { one: '# track', other: '# tracks' }), about: 'About',
    title: (title, credit) => `${apart('en', title)} by ${apart('en', credit)}`,
    ...sentence('en', (release) => `Listen to ${release}`, ' on '),
    announced: (title, credit, date) => `${apart('en', title)} by ${apart('en', credit)} is out on ${date}.`,
  },
  de: {
    platforms: 'Hier anhören', outOn: (date) => `Erscheint am ${date}`, soon: 'Die Links stehen hier, sobald es erschienen ist.', noLinks: 'Noch keine Links.',
    tracks: counted('de', { one: '# Titel', other: '# Titel' }), about: 'Hintergrund',
    title: (title, credit) => `${apart('de', title)} von ${apart('de', credit)}`,
    ...sentence('de', (release) => `Hör ${release}`, ' auf '),
    announced: (title, credit, date) => `${apart('de', title)} von ${apart('de', credit)} erscheint am ${date}.`,
  },
  fr: {
    platforms: 'Où écouter', outOn: (date) => `Sortie le ${date}`, soon: 'Les liens seront ici le jour de la sortie.', noLinks: 'Pas encore de liens.',
    tracks: counted('fr', { one: '# titre', other: '# titres' }), about: 'À propos',
    title: (title, credit) => `${apart('fr', title)} par ${apart('fr', credit)}`,
    ...sentence('fr', (release) => `Écoute ${release}`, ' sur '),
    announced: (title, credit, date) => `${apart('fr', title)} par ${apart('fr', credit)} sort le ${date}.`,
  },
  es: {
    platforms: 'Dónde escuchar', outOn: (date) => `Sale el ${date}`, soon: 'Los enlaces aparecerán aquí cuando salga.', noLinks: 'Todavía no hay enlaces.',
    tracks: counted('es', { one: '# canción', other: '# canciones' }), about: 'Acerca de',
    title: (title, credit) => `${apart('es', title)} de ${apart('es', credit)}`,
    ...sentence('es', (release) => `Escucha ${release}`, ' en '),
    announced: (title, credit, date) => `${apart('es', title)} de ${apart('es', credit)} sale el ${date}.`,
  },
  it: {
    platforms: 'Dove ascoltare', outOn: (date) => `Data di uscita: ${date}`, soon: 'I link saranno qui dal giorno dell’uscita.', noLinks: 'Ancora nessun link.',
    tracks: counted('it', { one: '# brano', other: '# brani' }), about: 'Informazioni',
    title: (title, credit) => `${apart('it', title)} di ${apart('it', credit)}`,
    ...sentence('it', (release) => `Ascolta ${release}`, ' su '),
    announced: (title, credit, date) => `${apart('it', title)} di ${apart('it', credit)}. Data di uscita: ${date}.`,
  },
  pt: {
    platforms: 'Onde ouvir', outOn: (date) => `Lançamento em ${date}`, soon: 'Os links aparecem aqui no lançamento.', noLinks: 'Ainda não há links.',
    tracks: counted('pt', { one: '# faixa', other: '# faixas' }), about: 'Sobre',
    title: (title, credit) => `${apart('pt', title)} de ${apart('pt', credit)}`,
    ...sentence('pt', (release) => `Ouça ${release}`, ' em '),
    announced: (title, credit, date) => `${apart('pt', title)} de ${apart('pt', credit)} sai em ${date}.`,
  },
  nl: {
    platforms: 'Waar te beluisteren', outOn: (date) => `Uit op ${date}`, soon: 'Zodra het uit is, staan de links hier.', noLinks: 'Nog geen links.',
    tracks: counted('nl', { one: '# nummer', other: '# nummers' }), about: 'Over deze release',
    title: (title, credit) => `${apart('nl', title)} van ${apart('nl', credit)}`,
    ...sentence('nl', (release) => `Luister naar ${release}`, ' op '),
    announced: (title, credit, date) => `${apart('nl', title)} van ${apart('nl', credit)} komt uit op ${date}.`,
  },
  pl: {
    platforms: 'Gdzie posłuchać', outOn: (date) => `Premiera ${date}`, soon: 'Linki pojawią się tu w dniu premiery.', noLinks: 'Nie ma jeszcze linków.',
    tracks: counted('pl', { one: '# utwór', few: '# utwory', many: '# utworów', other: '# utworu' }), about: 'Opis',
    // A name in a sentence would have to be declined.
    title: (title, credit) => `${apart('pl', title)} – ${apart('pl', credit)}`,
    ...sentence('pl', (release) => `Posłuchaj: ${release}`, ' w '),
    announced: (title, credit, date) => `${apart('pl', title)} – ${apart('pl', credit)}. Premiera ${date}.`,
  },
  tr: {
    platforms: 'Nereden dinlenir', outOn: (date) => `Çıkış tarihi: ${date}`, soon: 'Bağlantılar yayınlandığında burada olacak.', noLinks: 'Henüz bağlantı yok.',
    tracks: counted('tr', { other: '# parça' }), about: 'Hakkında',
    // A name in a sentence would have to take an ending.
    title: (title, credit) => `${apart('tr', title)} – ${apart('tr', credit)}`,
    ...sentence('tr', (release) => `Dinle: ${release}`, '. '),
    announced: (title, credit, date) => `${apart('tr', title)} – ${apart('tr', credit)}. Çıkış tarihi: ${date}.`,
  },
  ja: {
    platforms: '聴けるサービス', outOn: (date) => `${date}リリース`, soon: 'リリース後、ここにリンクが表示されます。', noLinks: 'リンクはまだありません。',
    tracks: counted('ja', { other: '全#曲' }), about: '作品について',
    title: (title, credit) => `${apart('ja', credit)}「${apart('ja', title)}」`,
    description: (title, credit, platforms, more) => {
      const release = smartLinkWords.ja.title(title, credit);
      return platforms.length === 0 ? `${release}を聴く。` : `${release}を${named('ja', platforms, more, others.ja)}で聴けます。`;
    },
    announced: (title, credit, date) => `${apart('ja', credit)}「${apart('ja', title)}」は${date}リリース。`,
  },
  ko: {
    platforms: '들을 수 있는 곳', outOn: (date) => `${date} 발매`, soon: '발매되면 여기에 링크가 표시됩니다.', noLinks: '아직 링크가 없습니다.',
    tracks: counted('ko', { other: '#곡' }), about: '소개',
    title: (title, credit) => `${apart('ko', credit)} – ${apart('ko', title)}`,
    description: (title, credit, platforms, more) => {
      const places = platforms.length === 0 ? '' : `${platforms.join(', ')}${more > 0 ? ` 외 ${others.ko(more)}` : ''}에서 `;
      return `${places}듣기: ${smartLinkWords.ko.title(title, credit)}`;
    },
    announced: (title, credit, date) => `${apart('ko', credit)} – ${apart('ko', title)}, ${date} 발매.`,
  },
  ar: {
    platforms: 'أين تستمع', outOn: (date) => `يصدر في ${date}`, soon: 'ستظهر الروابط هنا عند الإصدار.', noLinks: 'لا توجد روابط بعد.',
    tracks: counted('ar', { zero: 'لا مقاطع', one: 'مقطع واحد', two: 'مقطعان', few: '# مقاطع', many: '# مقطعًا', other: '# مقطع' }), about: 'نبذة',
    title: (title, credit) => `${apart('ar', title)} – ${apart('ar', credit)}`,
    ...sentence('ar', (release) => `استمع إلى ${release}`, ' على '),
    announced: (title, credit, date) => `${apart('ar', title)} – ${apart('ar', credit)}. يصدر في ${date}.`,
  },
};
