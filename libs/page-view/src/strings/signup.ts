import type { Language } from '@lynkify/domain';
import type { FormErrorCode } from '../page-view.js';

/** The fields of the capture form and what may be wrong with them. Its heading and wording are the artist's own. */
export interface SignupWords {
  email: string;
  emailExample: string;
  name: string;
  optional: string;
  join: string;
  /** Beside the field that only programs fill in. */
  notForYou: string;
  errors: Record<FormErrorCode, string>;
}

export const signupWords: Readonly<Record<Language, SignupWords>> = {
  en: {
    email: 'Email', emailExample: 'you@example.com', name: 'First name', optional: 'optional', join: 'Join', notForYou: 'Leave this empty',
    errors: {
      'email-empty': 'Enter your email address.', 'email-invalid': 'Check the address: it looks like name@example.com.', 'name-too-long': 'Use at most 200 characters.',
      'consent-unticked': 'Tick the box so that we may write to you. Nothing is sent without it.',
      'consent-changed': 'The wording has changed since you opened this page. Read it once more and tick the box.', expired: 'This page was open for a long time. Send it once more.',
      'too-many': 'That was tried often just now. Wait a minute and send it again.', 'try-again': 'That did not get through. Send it once more.',
    },
  },
  de: {
    email: 'E-Mail', emailExample: 'du@example.com', name: 'Vorname', optional: 'freiwillig', join: 'Eintragen', notForYou: 'Bitte leer lassen',
    errors: {
      'email-empty': 'Gib deine E-Mail-Adresse ein.', 'email-invalid': 'Prüf die Adresse: Sie sieht aus wie name@example.com.', 'name-too-long': 'Höchstens 200 Zeichen.',
      'consent-unticked': 'Setz das Häkchen, damit wir dir schreiben dürfen. Ohne es wird nichts verschickt.',
      'consent-changed': 'Der Text hat sich geändert, seit du die Seite geöffnet hast. Lies ihn noch einmal und setz das Häkchen.', expired: 'Diese Seite war lange offen. Schick es noch einmal ab.',
      'too-many': 'Das waren gerade viele Versuche. Warte eine Minute und schick es noch einmal ab.', 'try-again': 'Das kam nicht an. Schick es noch einmal ab.',
    },
  },
  fr: {
    email: 'E-mail', emailExample: 'toi@example.com', name: 'Prénom', optional: 'facultatif', join: 'S’inscrire', notForYou: 'Laisse ce champ vide',
    errors: {
      'email-empty': 'Indique ton adresse e-mail.', 'email-invalid': 'Vérifie l’adresse\u00a0: elle ressemble à nom@example.com.', 'name-too-long': '200 caractères au maximum.',
      'consent-unticked': 'Coche la case pour que nous puissions t’écrire. Sans elle, rien n’est envoyé.',
      'consent-changed': 'Le texte a changé depuis que tu as ouvert cette page. Relis-le et coche la case.', expired: 'Cette page était ouverte depuis longtemps. Envoie encore une fois.',
      'too-many': 'Il y a eu beaucoup d’essais à l’instant. Attends une minute et renvoie.', 'try-again': 'L’envoi n’a pas abouti. Envoie encore une fois.',
    },
  },
  es: {
    email: 'Correo electrónico', emailExample: 'tu@example.com', name: 'Nombre', optional: 'opcional', join: 'Apuntarme', notForYou: 'Deja esto vacío',
    errors: {
      'email-empty': 'Escribe tu correo electrónico.', 'email-invalid': 'Revisa la dirección: es como nombre@example.com.', 'name-too-long': 'Usa 200 caracteres como máximo.',
      'consent-unticked': 'Marca la casilla para que podamos escribirte. Sin ella no se envía nada.',
      'consent-changed': 'El texto ha cambiado desde que abriste esta página. Léelo otra vez y marca la casilla.', expired: 'Esta página llevaba mucho tiempo abierta. Envíalo otra vez.',
      'too-many': 'Se ha intentado muchas veces. Espera un minuto y envíalo otra vez.', 'try-again': 'No se ha podido enviar. Inténtalo otra vez.',
    },
  },
  it: {
    email: 'Email', emailExample: 'tu@example.com', name: 'Nome', optional: 'facoltativo', join: 'Iscriviti', notForYou: 'Lascia vuoto questo campo',
    errors: {
      'email-empty': 'Inserisci il tuo indirizzo email.', 'email-invalid': 'Controlla l’indirizzo: è del tipo nome@example.com.', 'name-too-long': 'Al massimo 200 caratteri.',
      'consent-unticked': 'Spunta la casella per permetterci di scriverti. Senza, non inviamo nulla.',
      'consent-changed': 'Il testo è cambiato da quando hai aperto questa pagina. Rileggilo e spunta la casella.', expired: 'Questa pagina è rimasta aperta a lungo. Invia di nuovo.',
      'too-many': 'Ci sono stati molti tentativi. Aspetta un minuto e invia di nuovo.', 'try-again': 'L’invio non è riuscito. Invia di nuovo.',
    },
  },
  pt: {
    email: 'E-mail', emailExample: 'voce@example.com', name: 'Nome', optional: 'opcional', join: 'Participar', notForYou: 'Deixe este campo vazio',
    errors: {
      'email-empty': 'Digite seu e-mail.', 'email-invalid': 'Confira o endereço: é como nome@example.com.', 'name-too-long': 'Use no máximo 200 caracteres.',
      'consent-unticked': 'Marque a caixa para que possamos escrever para você. Sem ela, nada é enviado.',
      'consent-changed': 'O texto mudou desde que você abriu esta página. Leia de novo e marque a caixa.', expired: 'Esta página ficou aberta por muito tempo. Envie mais uma vez.',
      'too-many': 'Houve muitas tentativas agora há pouco. Espere um minuto e envie de novo.', 'try-again': 'O envio não deu certo. Envie mais uma vez.',
    },
  },
  nl: {
    email: 'E-mail', emailExample: 'jij@example.com', name: 'Voornaam', optional: 'mag leeg blijven', join: 'Aanmelden', notForYou: 'Laat dit leeg',
    errors: {
      'email-empty': 'Vul je e-mailadres in.', 'email-invalid': 'Controleer het adres: het ziet eruit als naam@example.com.', 'name-too-long': 'Gebruik hoogstens 200 tekens.',
      'consent-unticked': 'Zet het vinkje, dan mogen we je mailen. Zonder vinkje sturen we niets.',
      'consent-changed': 'De tekst is veranderd sinds je deze pagina opende. Lees hem nog een keer en zet het vinkje.', expired: 'Deze pagina stond lang open. Verstuur het nog een keer.',
      'too-many': 'Dat waren net veel pogingen. Wacht een minuut en verstuur het opnieuw.', 'try-again': 'Dat is niet aangekomen. Verstuur het nog een keer.',
    },
  },
  pl: {
    email: 'E-mail', emailExample: 'ty@example.com', name: 'Imię', optional: 'opcjonalnie', join: 'Dołącz', notForYou: 'Zostaw to pole puste',
    errors: {
      'email-empty': 'Wpisz swój adres e-mail.', 'email-invalid': 'Sprawdź adres: wygląda jak nazwa@example.com.', 'name-too-long': 'Najwyżej 200 znaków.',
      'consent-unticked': 'Zaznacz pole, żebyśmy mogli do ciebie pisać. Bez tego niczego nie wyślemy.',
      'consent-changed': 'Treść zmieniła się od otwarcia tej strony. Przeczytaj ją jeszcze raz i zaznacz pole.', expired: 'Ta strona była długo otwarta. Wyślij jeszcze raz.',
      'too-many': 'Przed chwilą było wiele prób. Poczekaj minutę i wyślij ponownie.', 'try-again': 'Nie udało się wysłać. Wyślij jeszcze raz.',
    },
  },
  tr: {
    email: 'E-posta', emailExample: 'sen@example.com', name: 'Ad', optional: 'isteğe bağlı', join: 'Katıl', notForYou: 'Burayı boş bırak',
    errors: {
      'email-empty': 'E-posta adresini yaz.', 'email-invalid': 'Adresi kontrol et: ad@example.com gibi olmalı.', 'name-too-long': 'En fazla 200 karakter.',
      'consent-unticked': 'Sana yazabilmemiz için kutuyu işaretle. İşaretlemezsen hiçbir şey gönderilmez.',
      'consent-changed': 'Bu sayfayı açtığından beri metin değişti. Bir kez daha oku ve kutuyu işaretle.', expired: 'Bu sayfa uzun süre açık kaldı. Bir kez daha gönder.',
      'too-many': 'Az önce çok fazla denendi. Bir dakika bekleyip yeniden gönder.', 'try-again': 'Gönderilemedi. Bir kez daha gönder.',
    },
  },
  ja: {
    email: 'メールアドレス', emailExample: 'you@example.com', name: 'お名前', optional: '任意', join: '登録する', notForYou: 'ここは空欄のままにしてください',
    errors: {
      'email-empty': 'メールアドレスを入力してください。', 'email-invalid': 'アドレスを確認してください（例：name@example.com）。', 'name-too-long': '200文字以内で入力してください。',
      'consent-unticked': 'メールをお送りするには、チェックが必要です。チェックがなければ何も送信しません。',
      'consent-changed': 'ページを開いたあとに文面が変わりました。もう一度お読みになり、チェックを入れてください。', expired: 'ページを開いてから時間が経っています。もう一度送信してください。',
      'too-many': '短い時間に何度も送信されました。1分ほど待ってから、もう一度送信してください。', 'try-again': '送信できませんでした。もう一度送信してください。',
    },
  },
  ko: {
    email: '이메일', emailExample: 'you@example.com', name: '이름', optional: '선택', join: '신청하기', notForYou: '이 칸은 비워 두세요',
    errors: {
      'email-empty': '이메일 주소를 입력하세요.', 'email-invalid': '주소를 확인하세요. name@example.com 같은 형식이에요.', 'name-too-long': '200자까지 쓸 수 있어요.',
      'consent-unticked': '메일을 보내려면 동의가 필요해요. 동의하지 않으면 아무것도 보내지 않아요.',
      'consent-changed': '페이지를 연 뒤에 문구가 바뀌었어요. 다시 읽고 동의해 주세요.', expired: '페이지를 연 지 오래되었어요. 한 번 더 보내 주세요.',
      'too-many': '방금 여러 번 시도되었어요. 1분 뒤에 다시 보내 주세요.', 'try-again': '전송되지 않았어요. 한 번 더 보내 주세요.',
    },
  },
  ar: {
    email: 'البريد الإلكتروني', emailExample: 'you@example.com', name: 'الاسم الأول', optional: 'اختياري', join: 'انضمام', notForYou: 'اترك هذا الحقل فارغًا',
    errors: {
      'email-empty': 'أدخل بريدك الإلكتروني.', 'email-invalid': 'تحقق من العنوان: يجب أن يكون مثل \u2068name@example.com\u2069.', 'name-too-long': 'الحد الأقصى 200 حرف.',
      'consent-unticked': 'ضع علامة في المربع حتى نتمكن من مراسلتك. لن يُرسل شيء بدونها.',
      'consent-changed': 'تغيّر النص منذ فتحت هذه الصفحة. اقرأه مرة أخرى وضع علامة في المربع.', expired: 'بقيت هذه الصفحة مفتوحة طويلًا. أرسل مرة أخرى.',
      'too-many': 'جرت محاولات كثيرة قبل قليل. انتظر دقيقة ثم أرسل مرة أخرى.', 'try-again': 'لم يصل الطلب. أرسل مرة أخرى.',
    },
  },
};
