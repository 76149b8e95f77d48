import type { Language } from '@lynkify/domain';

/** What a page with a password says until it is given. */
export interface PasswordWords {
  title: string;
  text: string;
  label: string;
  open: string;
  errors: { wrong: string; 'too-many': string; busy: string };
}

export const passwordWords: Readonly<Record<Language, PasswordWords>> = {
  en: {
    title: 'This page has a password', text: 'Enter the one that came with the link.', label: 'Password', open: 'Open',
    errors: { wrong: 'That is not the password. Check capitals and try again.', 'too-many': 'That was tried often just now. Wait a few minutes.', busy: 'That did not get through. Send it once more.' },
  },
  de: {
    title: 'Diese Seite hat ein Passwort', text: 'Gib das ein, das du mit dem Link bekommen hast.', label: 'Passwort', open: 'Öffnen',
    errors: { wrong: 'Das ist nicht das Passwort. Achte auf Groß- und Kleinschreibung.', 'too-many': 'Das wurde gerade oft versucht. Warte ein paar Minuten.', busy: 'Das kam nicht durch. Schick es noch einmal.' },
  },
  fr: {
    title: 'Cette page a un mot de passe', text: 'Saisis celui que tu as reçu avec le lien.', label: 'Mot de passe', open: 'Ouvrir',
    errors: { wrong: 'Ce n’est pas le mot de passe. Vérifie les majuscules et réessaie.', 'too-many': 'Il y a eu trop d’essais. Attends quelques minutes.', busy: 'L’envoi n’a pas abouti. Recommence.' },
  },
  es: {
    title: 'Esta página tiene contraseña', text: 'Escribe la que recibiste con el enlace.', label: 'Contraseña', open: 'Abrir',
    errors: { wrong: 'Esa no es la contraseña. Revisa las mayúsculas e inténtalo otra vez.', 'too-many': 'Ha habido muchos intentos. Espera unos minutos.', busy: 'No se ha enviado. Inténtalo otra vez.' },
  },
  it: {
    title: 'Questa pagina ha una password', text: 'Inserisci quella che hai ricevuto con il link.', label: 'Password', open: 'Apri',
    errors: { wrong: 'Non è la password giusta. Controlla le maiuscole e riprova.', 'too-many': 'Ci sono stati troppi tentativi. Aspetta qualche minuto.', busy: 'Non è arrivata. Inviala di nuovo.' },
  },
  pt: {
    title: 'Esta página tem senha', text: 'Digite a que você recebeu com o link.', label: 'Senha', open: 'Abrir',
    errors: { wrong: 'Não é essa a senha. Confira as maiúsculas e tente de novo.', 'too-many': 'Foram muitas tentativas. Espere alguns minutos.', busy: 'Não foi possível enviar. Tente de novo.' },
  },
  nl: {
    title: 'Deze pagina heeft een wachtwoord', text: 'Vul het wachtwoord in dat je bij de link kreeg.', label: 'Wachtwoord', open: 'Openen',
    errors: { wrong: 'Dat is niet het wachtwoord. Let op hoofdletters en probeer het opnieuw.', 'too-many': 'Dat is net vaak geprobeerd. Wacht een paar minuten.', busy: 'Dat kwam niet aan. Stuur het nog een keer.' },
  },
  pl: {
    title: 'Ta strona ma hasło', text: 'Wpisz to, które przyszło z linkiem.', label: 'Hasło', open: 'Otwórz',
    errors: { wrong: 'To nie to hasło. Sprawdź wielkie litery i spróbuj ponownie.', 'too-many': 'Było zbyt wiele prób. Poczekaj kilka minut.', busy: 'Nie udało się wysłać. Spróbuj jeszcze raz.' },
  },
  tr: {
    title: 'Bu sayfa şifreli', text: 'Bağlantıyla birlikte gelen şifreyi gir.', label: 'Şifre', open: 'Aç',
    errors: { wrong: 'Şifre bu değil. Büyük harfleri kontrol edip tekrar dene.', 'too-many': 'Az önce çok denendi. Birkaç dakika bekle.', busy: 'Gönderilemedi. Bir kez daha dene.' },
  },
  ja: {
    title: 'このページにはパスワードが必要です', text: 'リンクと一緒に届いたパスワードを入力してください。', label: 'パスワード', open: '開く',
    errors: { wrong: 'パスワードが違います。大文字と小文字を確認してもう一度お試しください。', 'too-many': '試行回数が多すぎます。数分お待ちください。', busy: '送信できませんでした。もう一度お試しください。' },
  },
  ko: {
    title: '비밀번호가 필요한 페이지예요', text: '링크와 함께 받은 비밀번호를 입력하세요.', label: '비밀번호', open: '열기',
    errors: { wrong: '비밀번호가 맞지 않아요. 대소문자를 확인하고 다시 시도하세요.', 'too-many': '시도가 너무 많았어요. 몇 분 뒤에 다시 시도하세요.', busy: '전송되지 않았어요. 다시 보내 주세요.' },
  },
  ar: {
    title: 'هذه الصفحة محمية بكلمة مرور', text: 'أدخل كلمة المرور التي وصلتك مع الرابط.', label: 'كلمة المرور', open: 'فتح',
    errors: { wrong: 'كلمة المرور غير صحيحة. تحقّق من الأحرف الكبيرة وحاول مجددًا.', 'too-many': 'جرت محاولات كثيرة للتو. انتظر بضع دقائق.', busy: 'لم تصل. أرسلها مرة أخرى.' },
  },
};
