import { apart, type Language } from '@lynkify/domain';

/** What the mail says that asks a fan to confirm. */
export interface OptInWords {
  from: (artist: string) => string;
  subject: (artist: string) => string;
  title: string;
  confirm: (artist: string) => string;
  /** The wording that was agreed to, in the quotation marks of the language. */
  said: (wording: string) => string;
  until: (days: number) => string;
  button: string;
  why: (page: string, day: string) => string;
  unsubscribe: string;
}

export const optInWords: Readonly<Record<Language, OptInWords>> = {
  en: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `Please confirm: news from ${apart('en', artist)}`,
    title: 'One more step',
    confirm: (artist) => `Confirm that this is your address, and ${apart('en', artist)} may write to you.`,
    said: (wording) => `This is what the box said that was ticked:\n“${apart('en', wording)}”`,
    until: (days) => `The link is good for ${days} days. If it was not you, do nothing: without your confirmation there will be no news.`,
    button: 'Confirm my address',
    why: (page, day) => `You get this mail because your address was entered at ${page} on ${day}.`,
    unsubscribe: 'Unsubscribe',
  },
  de: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `Bitte bestätigen: Neues von ${apart('de', artist)}`,
    title: 'Noch ein Schritt',
    confirm: (artist) => `Bestätige, dass das deine Adresse ist, und ${apart('de', artist)} darf dir schreiben.`,
    said: (wording) => `Das stand neben dem Häkchen:\n„${apart('de', wording)}“`,
    until: (days) => `Der Link gilt ${days} Tage. Wenn du das nicht warst, tu einfach nichts: Ohne deine Bestätigung kommt keine Post.`,
    button: 'Adresse bestätigen',
    why: (page, day) => `Du bekommst diese Mail, weil deine Adresse am ${day} auf ${page} eingetragen wurde.`,
    unsubscribe: 'Abmelden',
  },
  fr: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `À confirmer\u00a0: les nouvelles de ${apart('fr', artist)}`,
    title: 'Encore une étape',
    confirm: (artist) => `Confirme que cette adresse est bien la tienne, et ${apart('fr', artist)} pourra t’écrire.`,
    said: (wording) => `Voici ce que disait la case cochée\u00a0:\n«\u00a0${apart('fr', wording)}\u00a0»`,
    until: (days) => `Le lien est valable ${days} jours. Si ce n’était pas toi, ne fais rien\u00a0: sans ta confirmation, tu ne recevras rien.`,
    button: 'Confirmer mon adresse',
    why: (page, day) => `Tu reçois cet e-mail parce que ton adresse a été saisie sur ${page} le ${day}.`,
    unsubscribe: 'Se désinscrire',
  },
  es: {
    from: (artist) => `${artist} vía Lynkify`,
    subject: (artist) => `Confirma tu correo: novedades de ${apart('es', artist)}`,
    title: 'Un paso más',
    confirm: (artist) => `Confirma que esta es tu dirección y ${apart('es', artist)} podrá escribirte.`,
    said: (wording) => `Esto decía la casilla que se marcó:\n«${apart('es', wording)}»`,
    until: (days) => `El enlace vale ${days} días. Si no fuiste tú, no hagas nada: sin tu confirmación no recibirás nada.`,
    button: 'Confirmar mi dirección',
    why: (page, day) => `Recibes este correo porque tu dirección se escribió en ${page} el ${day}.`,
    unsubscribe: 'Darme de baja',
  },
  it: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `Da confermare: le novità di ${apart('it', artist)}`,
    title: 'Ancora un passo',
    confirm: (artist) => `Conferma che questo è il tuo indirizzo e ${apart('it', artist)} potrà scriverti.`,
    said: (wording) => `Ecco il testo accanto alla casella spuntata:\n«${apart('it', wording)}»`,
    until: (days) => `Il link è valido per ${days} giorni. Se la richiesta non è tua, ignora questo messaggio: senza conferma non riceverai nulla.`,
    button: 'Conferma l’indirizzo',
    why: (page, day) => `Ricevi questa email perché il tuo indirizzo è stato inserito su ${page}. Data: ${day}.`,
    unsubscribe: 'Annulla l’iscrizione',
  },
  pt: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `Confirme: novidades de ${apart('pt', artist)}`,
    title: 'Só mais um passo',
    confirm: (artist) => `Confirme que este endereço é seu, e ${apart('pt', artist)} poderá escrever para você.`,
    said: (wording) => `Este era o texto da caixa marcada:\n“${apart('pt', wording)}”`,
    until: (days) => `O link vale por ${days} dias. Se não foi você, não faça nada: sem a sua confirmação, nada será enviado.`,
    button: 'Confirmar meu endereço',
    why: (page, day) => `Você recebeu este e-mail porque seu endereço foi informado em ${page} em ${day}.`,
    unsubscribe: 'Cancelar inscrição',
  },
  nl: {
    from: (artist) => `${artist} via Lynkify`,
    subject: (artist) => `Even bevestigen: nieuws van ${apart('nl', artist)}`,
    title: 'Nog één stap',
    confirm: (artist) => `Bevestig dat dit jouw adres is, dan mag ${apart('nl', artist)} je mailen.`,
    said: (wording) => `Dit stond er bij het vinkje:\n“${apart('nl', wording)}”`,
    until: (days) => `De link is ${days} dagen geldig. Was jij het niet? Doe dan niets: zonder je bevestiging krijg je geen mail.`,
    button: 'Mijn adres bevestigen',
    why: (page, day) => `Je krijgt deze mail omdat je adres op ${day} is ingevuld op ${page}.`,
    unsubscribe: 'Afmelden',
  },
  pl: {
    from: (artist) => `${artist} przez Lynkify`,
    subject: (artist) => `Potwierdź zapis: ${apart('pl', artist)}`,
    title: 'Jeszcze jeden krok',
    confirm: (artist) => `Potwierdź, że to twój adres. ${apart('pl', artist)} będzie wtedy wysyłać ci wiadomości.`,
    said: (wording) => `Oto treść zaznaczonej zgody:\n„${apart('pl', wording)}”`,
    until: (days) => `Link jest ważny ${days} dni. Jeśli to nie ty, nic nie rób: bez potwierdzenia niczego nie wyślemy.`,
    button: 'Potwierdzam adres',
    why: (page, day) => `Dostajesz tę wiadomość, bo twój adres wpisano na stronie ${page} (${day}).`,
    unsubscribe: 'Wypisz mnie',
  },
  tr: {
    from: (artist) => `${artist} (Lynkify)`,
    subject: (artist) => `Lütfen onayla: ${apart('tr', artist)} haberleri`,
    title: 'Son bir adım',
    confirm: (artist) => `Bu adresin sana ait olduğunu onayla; ${apart('tr', artist)} sana yazabilsin.`,
    said: (wording) => `İşaretlenen kutuda şu yazıyordu:\n“${apart('tr', wording)}”`,
    until: (days) => `Bağlantı ${days} gün geçerli. Bu sen değilsen bir şey yapma: Onaylamazsan e-posta gönderilmez.`,
    button: 'Adresimi onayla',
    why: (page, day) => `Bu e-postayı alıyorsun, çünkü adresin ${day} tarihinde ${page} sayfasına yazıldı.`,
    unsubscribe: 'Listeden ayrıl',
  },
  ja: {
    from: (artist) => `${artist}（Lynkify）`,
    subject: (artist) => `登録のご確認：${apart('ja', artist)}からのお知らせ`,
    title: 'あと一歩です',
    confirm: (artist) => `このアドレスがご自身のものであることを確認すると、${apart('ja', artist)}からのメールが届くようになります。`,
    said: (wording) => `チェックされた同意文は次のとおりです：\n「${apart('ja', wording)}」`,
    until: (days) => `リンクの有効期間は${days}日です。お心当たりがない場合は何もしないでください。確認されなければ、メールは届きません。`,
    button: 'アドレスを確認する',
    why: (page, day) => `${day}に ${page} でこのアドレスが入力されたため、このメールをお送りしています。`,
    unsubscribe: '配信を停止する',
  },
  ko: {
    from: (artist) => `${artist} (Lynkify)`,
    subject: (artist) => `신청 확인: ${apart('ko', artist)}의 소식`,
    title: '한 단계 남았어요',
    confirm: (artist) => `본인의 주소가 맞는지 확인해 주시면 ${apart('ko', artist)}의 소식을 보내 드려요.`,
    said: (wording) => `동의한 내용은 다음과 같아요.\n“${apart('ko', wording)}”`,
    until: (days) => `링크는 ${days}일 동안 쓸 수 있어요. 본인이 아니라면 그대로 두세요. 확인하지 않으면 메일이 가지 않아요.`,
    button: '주소 확인하기',
    why: (page, day) => `${day}에 ${page} 페이지에서 이 주소가 입력되어 보내 드리는 메일이에요.`,
    unsubscribe: '수신 거부',
  },
  ar: {
    from: (artist) => `${artist} عبر Lynkify`,
    subject: (artist) => `يرجى التأكيد: أخبار ${apart('ar', artist)}`,
    title: 'بقيت خطوة واحدة',
    confirm: (artist) => `أكّد أن هذا العنوان لك ليتمكن ${apart('ar', artist)} من مراسلتك.`,
    said: (wording) => `هذا هو النص الذي وُضعت أمامه العلامة:\n«${apart('ar', wording)}»`,
    until: (days) => `مدة صلاحية الرابط بالأيام: ${days}. إن لم تكن أنت فلا تفعل شيئًا: لن يصلك شيء دون تأكيدك.`,
    button: 'تأكيد عنواني',
    why: (page, day) => `وصلتك هذه الرسالة لأن عنوانك أُدخل في ${apart('ar', page)} بتاريخ ${day}.`,
    unsubscribe: 'إلغاء الاشتراك',
  },
};
