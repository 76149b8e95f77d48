import type { Language } from '@lynkify/domain';

/** The instance's home page and the line at the foot of every page. */
export interface SiteWords {
  instance: { title: string; text: string; empty: string };
  credit: string;
}

export const siteWords: Readonly<Record<Language, SiteWords>> = {
  en: { instance: { title: 'Artists', text: 'Everyone with a page here.', empty: 'No page is published yet.' }, credit: 'Made with Lynkify' },
  de: { instance: { title: 'Künstler', text: 'Alle, die hier eine Seite haben.', empty: 'Noch ist keine Seite veröffentlicht.' }, credit: 'Gemacht mit Lynkify' },
  fr: { instance: { title: 'Artistes', text: 'Toutes les pages publiées ici.', empty: 'Aucune page n’est encore publiée.' }, credit: 'Créé avec Lynkify' },
  es: { instance: { title: 'Artistas', text: 'Quienes tienen una página aquí.', empty: 'Todavía no hay páginas publicadas.' }, credit: 'Hecho con Lynkify' },
  it: { instance: { title: 'Artisti', text: 'Chi ha una pagina qui.', empty: 'Ancora nessuna pagina pubblicata.' }, credit: 'Creato con Lynkify' },
  pt: { instance: { title: 'Artistas', text: 'Quem tem uma página aqui.', empty: 'Nenhuma página publicada ainda.' }, credit: 'Feito com Lynkify' },
  nl: { instance: { title: 'Artiesten', text: 'Iedereen met een pagina hier.', empty: 'Er staat nog geen pagina online.' }, credit: 'Gemaakt met Lynkify' },
  pl: { instance: { title: 'Artyści', text: 'Wszyscy, którzy mają tu stronę.', empty: 'Nie ma jeszcze żadnej strony.' }, credit: 'Stworzono w Lynkify' },
  tr: { instance: { title: 'Sanatçılar', text: 'Burada sayfası olan herkes.', empty: 'Henüz yayınlanmış sayfa yok.' }, credit: 'Lynkify ile yapıldı' },
  ja: { instance: { title: 'アーティスト', text: 'ここにページのあるアーティスト一覧です。', empty: '公開中のページはまだありません。' }, credit: 'Lynkifyで作成' },
  ko: { instance: { title: '아티스트', text: '이곳에 페이지가 있는 아티스트입니다.', empty: '아직 공개된 페이지가 없습니다.' }, credit: 'Lynkify로 제작' },
  ar: { instance: { title: 'الفنانون', text: 'كل من له صفحة هنا.', empty: 'لا توجد صفحات منشورة بعد.' }, credit: 'أُنشئت باستخدام Lynkify' },
};
