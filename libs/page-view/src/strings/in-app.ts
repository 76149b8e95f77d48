import type { Language } from '@lynkify/domain';

/**
 * The help inside apps whose browser lets no music app open. `#` is where the sign of the menu stands. What the entry of the
 * menu is called differs from app to app by a word; fans find it by this one.
 */
export interface InAppWords {
  /** Before the way out: links stay inside; or they may. */
  lead: { web: string; intent: string };
  top: string;
  bottom: string;
  /** Names of the signs, for who cannot see them. */
  menu: string;
  share: string;
  /** A link that leads out to Safari. */
  safari: string;
}

export const inAppWords: Readonly<Record<Language, InAppWords>> = {
  en: {
    lead: { web: 'Music apps don’t open from in here.', intent: 'No app opens?' }, menu: 'Menu', share: 'Share', safari: 'Open in Safari',
    top: 'Tap # at the top, then “Open in browser”.', bottom: 'Tap # at the bottom, then “Open in browser”.',
  },
  de: {
    lead: { web: 'Von hier aus öffnen sich keine Musik-Apps.', intent: 'Es öffnet sich keine App?' }, menu: 'Menü', share: 'Teilen', safari: 'In Safari öffnen',
    top: 'Tippe oben auf # und dann auf „Im Browser öffnen“.', bottom: 'Tippe unten auf # und dann auf „Im Browser öffnen“.',
  },
  fr: {
    lead: { web: 'Les applis de musique ne s’ouvrent pas d’ici.', intent: 'Aucune appli ne s’ouvre\u00a0?' }, menu: 'Menu', share: 'Partager', safari: 'Ouvrir dans Safari',
    top: 'Touche # en haut, puis «\u00a0Ouvrir dans le navigateur\u00a0».', bottom: 'Touche # en bas, puis «\u00a0Ouvrir dans le navigateur\u00a0».',
  },
  es: {
    lead: { web: 'Las apps de música no se abren desde aquí.', intent: '¿No se abre ninguna app?' }, menu: 'Menú', share: 'Compartir', safari: 'Abrir en Safari',
    top: 'Toca # arriba y luego «Abrir en el navegador».', bottom: 'Toca # abajo y luego «Abrir en el navegador».',
  },
  it: {
    lead: { web: 'Da qui le app di musica non si aprono.', intent: 'Non si apre nessuna app?' }, menu: 'Menu', share: 'Condividi', safari: 'Apri in Safari',
    top: 'Tocca # in alto, poi “Apri nel browser”.', bottom: 'Tocca # in basso, poi “Apri nel browser”.',
  },
  pt: {
    lead: { web: 'Os apps de música não abrem daqui.', intent: 'Nenhum app abre?' }, menu: 'Menu', share: 'Compartilhar', safari: 'Abrir no Safari',
    top: 'Toque em # no alto e depois em “Abrir no navegador”.', bottom: 'Toque em # embaixo e depois em “Abrir no navegador”.',
  },
  nl: {
    lead: { web: 'Muziekapps gaan van hieruit niet open.', intent: 'Gaat er geen app open?' }, menu: 'Menu', share: 'Delen', safari: 'Openen in Safari',
    top: 'Tik bovenaan op # en dan op ‘Openen in browser’.', bottom: 'Tik onderaan op # en dan op ‘Openen in browser’.',
  },
  pl: {
    lead: { web: 'Aplikacje z muzyką nie otwierają się stąd.', intent: 'Nie otwiera się żadna aplikacja?' }, menu: 'Menu', share: 'Udostępnij', safari: 'Otwórz w Safari',
    top: 'Dotknij # u góry, a potem „Otwórz w przeglądarce”.', bottom: 'Dotknij # u dołu, a potem „Otwórz w przeglądarce”.',
  },
  tr: {
    lead: { web: 'Müzik uygulamaları buradan açılmıyor.', intent: 'Uygulama açılmıyor mu?' }, menu: 'Menü', share: 'Paylaş', safari: 'Safari’de aç',
    top: 'Üstteki # simgesine, sonra “Tarayıcıda aç” seçeneğine dokun.', bottom: 'Alttaki # simgesine, sonra “Tarayıcıda aç” seçeneğine dokun.',
  },
  ja: {
    lead: { web: 'ここからは音楽アプリが開きません。', intent: 'アプリが開かないときは、' }, menu: 'メニュー', share: '共有', safari: 'Safariで開く',
    top: '上の # をタップして「ブラウザで開く」を選んでください。', bottom: '下の # をタップして「ブラウザで開く」を選んでください。',
  },
  ko: {
    lead: { web: '여기서는 음악 앱이 열리지 않아요.', intent: '앱이 열리지 않나요?' }, menu: '메뉴', share: '공유', safari: 'Safari에서 열기',
    top: '위쪽의 # 버튼을 누르고 ‘브라우저에서 열기’를 선택하세요.', bottom: '아래쪽의 # 버튼을 누르고 ‘브라우저에서 열기’를 선택하세요.',
  },
  ar: {
    lead: { web: 'تطبيقات الموسيقى لا تُفتح من هنا.', intent: 'لم يُفتح أي تطبيق؟' }, menu: 'القائمة', share: 'المشاركة', safari: 'الفتح في Safari',
    top: 'اضغط # في الأعلى ثم «فتح في المتصفح».', bottom: 'اضغط # في الأسفل ثم «فتح في المتصفح».',
  },
};
