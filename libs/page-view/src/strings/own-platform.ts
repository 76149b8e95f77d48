import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** What is said around the platform that a fan uses. */
export interface OwnPlatformWords {
  /** A button: from now on links lead there at once. */
  always: (platform: string) => string;
  /** Links do lead there at once. */
  opens: (platform: string) => string;
  change: string;
  /** A button: show the page before going anywhere. */
  ask: string;
  forget: string;
}

export const ownPlatformWords: Readonly<Record<Language, OwnPlatformWords>> = {
  en: { always: (platform) => `Always open in ${apart('en', platform)}`, opens: (platform) => `You open music in ${apart('en', platform)}.`, change: 'Change', ask: 'Show me the page first', forget: 'Forget my choice' },
  de: { always: (platform) => `Immer in ${apart('de', platform)} öffnen`, opens: (platform) => `Du öffnest Musik in ${apart('de', platform)}.`, change: 'Ändern', ask: 'Erst die Seite zeigen', forget: 'Auswahl vergessen' },
  fr: { always: (platform) => `Toujours ouvrir dans ${apart('fr', platform)}`, opens: (platform) => `Tu ouvres la musique dans ${apart('fr', platform)}.`, change: 'Modifier', ask: 'Afficher d’abord la page', forget: 'Oublier mon choix' },
  es: { always: (platform) => `Abrir siempre en ${apart('es', platform)}`, opens: (platform) => `Abres la música en ${apart('es', platform)}.`, change: 'Cambiar', ask: 'Ver antes la página', forget: 'Olvidar mi elección' },
  it: { always: (platform) => `Apri sempre in ${apart('it', platform)}`, opens: (platform) => `Apri la musica in ${apart('it', platform)}.`, change: 'Modifica', ask: 'Mostra prima la pagina', forget: 'Dimentica la mia scelta' },
  pt: { always: (platform) => `Sempre abrir com ${apart('pt', platform)}`, opens: (platform) => `Você abre as músicas com ${apart('pt', platform)}.`, change: 'Alterar', ask: 'Mostrar a página primeiro', forget: 'Esquecer minha escolha' },
  nl: { always: (platform) => `Altijd openen in ${apart('nl', platform)}`, opens: (platform) => `Je opent muziek in ${apart('nl', platform)}.`, change: 'Wijzigen', ask: 'Eerst de pagina tonen', forget: 'Mijn keuze vergeten' },
  pl: { always: (platform) => `Zawsze otwieraj w serwisie ${apart('pl', platform)}`, opens: (platform) => `Muzykę otwierasz w serwisie ${apart('pl', platform)}.`, change: 'Zmień', ask: 'Najpierw pokaż stronę', forget: 'Zapomnij mój wybór' },
  tr: { always: (platform) => `Her zaman ${apart('tr', platform)} ile aç`, opens: (platform) => `Müziği ${apart('tr', platform)} ile açıyorsun.`, change: 'Değiştir', ask: 'Önce sayfayı göster', forget: 'Seçimimi unut' },
  ja: { always: (platform) => `いつも${apart('ja', platform)}で開く`, opens: (platform) => `音楽は${apart('ja', platform)}で開きます。`, change: '変更', ask: '先にページを表示', forget: '選択を削除' },
  ko: { always: (platform) => `항상 ${apart('ko', platform)}에서 열기`, opens: (platform) => `음악을 ${apart('ko', platform)}에서 열고 있어요.`, change: '변경', ask: '페이지 먼저 보기', forget: '선택 지우기' },
  ar: { always: (platform) => `الفتح دائمًا في ${apart('ar', platform)}`, opens: (platform) => `تفتح الموسيقى في ${apart('ar', platform)}.`, change: 'تغيير', ask: 'عرض الصفحة أولًا', forget: 'نسيان اختياري' },
};
