import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** A release by its title and its credit. */
export interface Named {
  title: string;
  artist: string;
}

/** The pages of a reminder: title and text of each. */
export type ReminderMessageKind = 'reminder-check-mail' | 'reminder-confirm' | 'reminder-confirmed' | 'reminder-out' | 'reminder-cancel' | 'reminder-cancelled' | 'reminder-invalid';

/** What pages say before a release, and about the mail on its day. */
export interface ReminderWords {
  title: string;
  /** The sentence beside the button: exactly what the fan asks for. */
  consent: (named: Named) => string;
  remind: string;
  calendar: string;
  /** For a calendar: "“X” by Y is out". */
  isOut: (named: Named) => string;
  /** Above the choice of platforms. */
  whereDoYouListen: string;
  noPreference: string;
  /** Beside the button that calls it off. */
  callOff: string;
  toRelease: (title: string) => string;
  confirmNamed: (named: Named) => string;
  cancelNamed: (named: Named) => string;
  messages: Record<ReminderMessageKind, { title: string; text: string }>;
}

type Written = Omit<ReminderWords, 'consent' | 'isOut' | 'toRelease' | 'confirmNamed' | 'cancelNamed'> & Record<'consent' | 'isOut' | 'toRelease' | 'confirmNamed' | 'cancelNamed', string>;

/** `{title}` and `{artist}` stand for the release's. */
const written: Readonly<Record<Language, Written>> = {
  en: {
    title: 'Hear it the moment it’s out',
    consent: 'You get one email when “{title}” by {artist} is out, and nothing else.',
    remind: 'Remind me',
    calendar: 'Add to calendar',
    isOut: '“{title}” by {artist} is out',
    whereDoYouListen: 'Where do you listen?',
    noPreference: 'No preference',
    callOff: 'Don’t remind me',
    toRelease: 'To “{title}”',
    confirmNamed: 'Press the button, and you get one email when “{title}” by {artist} is out.',
    cancelNamed: 'You will get no email about “{title}” by {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Check your mail', text: 'Press the button in the mail that we are sending you, and you will be reminded on release day.' },
      'reminder-confirm': { title: 'One press and you’re set', text: 'Press the button, and you get one email on release day.' },
      'reminder-confirmed': { title: 'You’re set', text: 'One email comes when it is out.' },
      'reminder-out': { title: 'It’s out', text: 'The email is on its way to you.' },
      'reminder-cancel': { title: 'Changed your mind?', text: 'You will get no email on release day.' },
      'reminder-cancelled': { title: 'No reminder then', text: 'Nothing will be sent. You can ask again whenever you like.' },
      'reminder-invalid': { title: 'This link no longer works', text: 'It is too old or was cut short. Ask for a reminder again to get a new one.' },
    },
  },
  de: {
    title: 'Hör es, sobald es da ist',
    consent: 'Du bekommst eine einzige E-Mail, sobald „{title}“ von {artist} da ist, und sonst nichts.',
    remind: 'Erinnere mich',
    calendar: 'In den Kalender',
    isOut: '„{title}“ von {artist} ist da',
    whereDoYouListen: 'Wo hörst du?',
    noPreference: 'Egal',
    callOff: 'Nicht erinnern',
    toRelease: 'Zu „{title}“',
    confirmNamed: 'Drück auf den Knopf, und du bekommst eine E-Mail, sobald „{title}“ von {artist} da ist.',
    cancelNamed: 'Du bekommst keine E-Mail zu „{title}“ von {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Schau in dein Postfach', text: 'Drück auf den Knopf in der Mail, die wir dir schicken, und du wirst am Tag der Veröffentlichung erinnert.' },
      'reminder-confirm': { title: 'Nur noch ein Klick', text: 'Drück auf den Knopf, und du bekommst eine E-Mail am Tag der Veröffentlichung.' },
      'reminder-confirmed': { title: 'Alles klar', text: 'Du bekommst eine E-Mail, sobald es da ist.' },
      'reminder-out': { title: 'Es ist da', text: 'Die E-Mail ist schon unterwegs zu dir.' },
      'reminder-cancel': { title: 'Doch nicht?', text: 'Du bekommst dann keine E-Mail am Tag der Veröffentlichung.' },
      'reminder-cancelled': { title: 'Dann keine Erinnerung', text: 'Es kommt keine E-Mail. Du kannst dich jederzeit wieder erinnern lassen.' },
      'reminder-invalid': { title: 'Dieser Link gilt nicht mehr', text: 'Er ist zu alt oder nicht vollständig. Lass dich noch einmal erinnern, dann kommt ein neuer.' },
    },
  },
  fr: {
    title: 'Écoute-le dès sa sortie',
    consent: 'Tu recevras un seul e-mail à la sortie de «\u00a0{title}\u00a0» de {artist}, et rien d’autre.',
    remind: 'Me prévenir',
    calendar: 'Ajouter au calendrier',
    isOut: '«\u00a0{title}\u00a0» de {artist} est sorti',
    whereDoYouListen: 'Où écoutes-tu ta musique\u00a0?',
    noPreference: 'Peu importe',
    callOff: 'Ne plus me prévenir',
    toRelease: 'Vers «\u00a0{title}\u00a0»',
    confirmNamed: 'Appuie sur le bouton et tu recevras un e-mail à la sortie de «\u00a0{title}\u00a0» de {artist}.',
    cancelNamed: 'Tu ne recevras pas d’e-mail pour «\u00a0{title}\u00a0» de {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Regarde tes e-mails', text: 'Appuie sur le bouton dans l’e-mail que nous t’envoyons, et tu seras prévenu le jour de la sortie.' },
      'reminder-confirm': { title: 'Plus qu’un clic', text: 'Appuie sur le bouton et tu recevras un e-mail le jour de la sortie.' },
      'reminder-confirmed': { title: 'C’est noté', text: 'Tu recevras un e-mail le jour de la sortie.' },
      'reminder-out': { title: 'C’est sorti', text: 'L’e-mail est en route.' },
      'reminder-cancel': { title: 'Changé d’avis\u00a0?', text: 'Tu ne recevras pas d’e-mail le jour de la sortie.' },
      'reminder-cancelled': { title: 'Pas de rappel, alors', text: 'Rien ne sera envoyé. Tu peux le redemander quand tu veux.' },
      'reminder-invalid': { title: 'Ce lien ne fonctionne plus', text: 'Il est trop ancien ou incomplet. Demande un nouveau rappel pour en recevoir un autre.' },
    },
  },
  es: {
    title: 'Escúchalo en cuanto salga',
    consent: 'Recibirás un solo correo cuando salga «{title}» de {artist}, y nada más.',
    remind: 'Avísame',
    calendar: 'Añadir al calendario',
    isOut: 'Ya está aquí «{title}» de {artist}',
    whereDoYouListen: '¿Dónde escuchas música?',
    noPreference: 'Me da igual',
    callOff: 'No me avises',
    toRelease: 'Ir a «{title}»',
    confirmNamed: 'Pulsa el botón y recibirás un correo cuando salga «{title}» de {artist}.',
    cancelNamed: 'No recibirás ningún correo sobre «{title}» de {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Mira tu correo', text: 'Pulsa el botón del correo que te estamos enviando y te avisaremos el día del lanzamiento.' },
      'reminder-confirm': { title: 'Solo falta un toque', text: 'Pulsa el botón y recibirás un correo el día del lanzamiento.' },
      'reminder-confirmed': { title: 'Todo listo', text: 'Recibirás un correo cuando salga.' },
      'reminder-out': { title: 'Ya ha salido', text: 'El correo va de camino.' },
      'reminder-cancel': { title: '¿Has cambiado de idea?', text: 'No recibirás ningún correo el día del lanzamiento.' },
      'reminder-cancelled': { title: 'Pues sin aviso', text: 'No se enviará nada. Puedes volver a pedirlo cuando quieras.' },
      'reminder-invalid': { title: 'Este enlace ya no funciona', text: 'Es demasiado antiguo o está incompleto. Pide otro aviso y recibirás uno nuevo.' },
    },
  },
  it: {
    title: 'Ascoltalo appena esce',
    consent: 'Riceverai una sola e-mail quando esce “{title}” di {artist}, e nient’altro.',
    remind: 'Avvisami',
    calendar: 'Aggiungi al calendario',
    isOut: 'È uscito “{title}” di {artist}',
    whereDoYouListen: 'Dove ascolti la musica?',
    noPreference: 'È indifferente',
    callOff: 'Non avvisarmi',
    toRelease: 'Vai a “{title}”',
    confirmNamed: 'Premi il pulsante e riceverai un’e-mail quando esce “{title}” di {artist}.',
    cancelNamed: 'Non riceverai e-mail su “{title}” di {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Controlla la posta', text: 'Premi il pulsante nell’e-mail che ti stiamo inviando e ti avviseremo il giorno dell’uscita.' },
      'reminder-confirm': { title: 'Manca solo un tocco', text: 'Premi il pulsante e riceverai un’e-mail il giorno dell’uscita.' },
      'reminder-confirmed': { title: 'Fatto', text: 'Riceverai un’e-mail quando esce.' },
      'reminder-out': { title: 'È uscito', text: 'L’e-mail è già in viaggio.' },
      'reminder-cancel': { title: 'Hai cambiato idea?', text: 'Non riceverai e-mail il giorno dell’uscita.' },
      'reminder-cancelled': { title: 'Niente avviso, allora', text: 'Non arriverà nulla. Puoi chiederlo di nuovo quando vuoi.' },
      'reminder-invalid': { title: 'Questo link non funziona più', text: 'È troppo vecchio o incompleto. Chiedi un nuovo avviso per riceverne un altro.' },
    },
  },
  pt: {
    title: 'Ouça assim que sair',
    consent: 'Você recebe um único e-mail quando “{title}” de {artist} sair, e nada mais.',
    remind: 'Me avise',
    calendar: 'Pôr na agenda',
    isOut: 'Saiu “{title}” de {artist}',
    whereDoYouListen: 'Onde você ouve música?',
    noPreference: 'Tanto faz',
    callOff: 'Não me avise',
    toRelease: 'Ir para “{title}”',
    confirmNamed: 'Toque no botão e você recebe um e-mail quando “{title}” de {artist} sair.',
    cancelNamed: 'Você não receberá e-mail sobre “{title}” de {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Veja seu e-mail', text: 'Toque no botão do e-mail que estamos enviando, e avisaremos você no dia do lançamento.' },
      'reminder-confirm': { title: 'Só falta um toque', text: 'Toque no botão e você recebe um e-mail no dia do lançamento.' },
      'reminder-confirmed': { title: 'Tudo certo', text: 'Você recebe um e-mail quando sair.' },
      'reminder-out': { title: 'Já saiu', text: 'O e-mail está a caminho.' },
      'reminder-cancel': { title: 'Mudou de ideia?', text: 'Você não receberá e-mail no dia do lançamento.' },
      'reminder-cancelled': { title: 'Sem aviso, então', text: 'Nada será enviado. Você pode pedir de novo quando quiser.' },
      'reminder-invalid': { title: 'Este link não funciona mais', text: 'É antigo demais ou está incompleto. Peça outro aviso para receber um novo.' },
    },
  },
  nl: {
    title: 'Hoor het zodra het uit is',
    consent: 'Je krijgt één e-mail zodra ‘{title}’ van {artist} uit is, en verder niets.',
    remind: 'Herinner me',
    calendar: 'Zet in agenda',
    isOut: '‘{title}’ van {artist} is uit',
    whereDoYouListen: 'Waar luister je?',
    noPreference: 'Maakt niet uit',
    callOff: 'Herinner me niet',
    toRelease: 'Naar ‘{title}’',
    confirmNamed: 'Druk op de knop en je krijgt één e-mail zodra ‘{title}’ van {artist} uit is.',
    cancelNamed: 'Je krijgt geen e-mail over ‘{title}’ van {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Kijk in je mail', text: 'Druk op de knop in de mail die we je sturen, en je krijgt bericht op de dag zelf.' },
      'reminder-confirm': { title: 'Nog één klik', text: 'Druk op de knop en je krijgt één e-mail op de dag zelf.' },
      'reminder-confirmed': { title: 'Geregeld', text: 'Je krijgt één e-mail zodra het uit is.' },
      'reminder-out': { title: 'Het is uit', text: 'De e-mail is onderweg.' },
      'reminder-cancel': { title: 'Toch niet?', text: 'Je krijgt dan geen e-mail op de dag zelf.' },
      'reminder-cancelled': { title: 'Dan geen herinnering', text: 'Er komt niets. Je kunt het altijd opnieuw vragen.' },
      'reminder-invalid': { title: 'Deze link werkt niet meer', text: 'Hij is te oud of niet compleet. Vraag opnieuw om een herinnering, dan komt er een nieuwe.' },
    },
  },
  pl: {
    title: 'Posłuchaj w dniu premiery',
    consent: 'Dostaniesz jeden e-mail, gdy ukaże się „{title}” – {artist}, i nic więcej.',
    remind: 'Przypomnij mi',
    calendar: 'Dodaj do kalendarza',
    isOut: 'Premiera: „{title}” – {artist}',
    whereDoYouListen: 'Gdzie słuchasz muzyki?',
    noPreference: 'Wszystko jedno',
    callOff: 'Nie przypominaj',
    toRelease: 'Do „{title}”',
    confirmNamed: 'Naciśnij przycisk, a dostaniesz jeden e-mail, gdy ukaże się „{title}” – {artist}.',
    cancelNamed: 'Nie dostaniesz e-maila o „{title}” – {artist}.',
    messages: {
      'reminder-check-mail': { title: 'Sprawdź pocztę', text: 'Naciśnij przycisk w e-mailu, który wysyłamy, a przypomnimy ci w dniu premiery.' },
      'reminder-confirm': { title: 'Jeszcze jedno kliknięcie', text: 'Naciśnij przycisk, a dostaniesz jeden e-mail w dniu premiery.' },
      'reminder-confirmed': { title: 'Gotowe', text: 'Dostaniesz jeden e-mail w dniu premiery.' },
      'reminder-out': { title: 'Już jest', text: 'E-mail jest w drodze.' },
      'reminder-cancel': { title: 'Zmiana planów?', text: 'Nie dostaniesz e-maila w dniu premiery.' },
      'reminder-cancelled': { title: 'Bez przypomnienia', text: 'Nic nie wyślemy. Zawsze możesz poprosić ponownie.' },
      'reminder-invalid': { title: 'Ten link już nie działa', text: 'Jest za stary albo niepełny. Poproś o przypomnienie jeszcze raz, a przyjdzie nowy.' },
    },
  },
  tr: {
    title: 'Çıktığı anda dinle',
    consent: '{artist} – “{title}” çıktığında tek bir e-posta alırsın, başka bir şey gelmez.',
    remind: 'Bana hatırlat',
    calendar: 'Takvime ekle',
    isOut: '{artist} – “{title}” çıktı',
    whereDoYouListen: 'Müziği nerede dinliyorsun?',
    noPreference: 'Fark etmez',
    callOff: 'Hatırlatma',
    toRelease: '“{title}” sayfasına git',
    confirmNamed: 'Düğmeye bas; {artist} – “{title}” çıktığında bir e-posta alırsın.',
    cancelNamed: '{artist} – “{title}” için e-posta almayacaksın.',
    messages: {
      'reminder-check-mail': { title: 'E-postana bak', text: 'Gönderdiğimiz e-postadaki düğmeye bas; çıkış gününde sana hatırlatalım.' },
      'reminder-confirm': { title: 'Bir dokunuş kaldı', text: 'Düğmeye bas; çıkış gününde bir e-posta alırsın.' },
      'reminder-confirmed': { title: 'Tamamdır', text: 'Çıktığında bir e-posta alacaksın.' },
      'reminder-out': { title: 'Çıktı', text: 'E-posta yolda.' },
      'reminder-cancel': { title: 'Vaz mı geçtin?', text: 'Çıkış gününde e-posta almayacaksın.' },
      'reminder-cancelled': { title: 'Hatırlatma yok', text: 'Hiçbir şey gönderilmeyecek. İstediğin zaman yeniden isteyebilirsin.' },
      'reminder-invalid': { title: 'Bu bağlantı artık çalışmıyor', text: 'Çok eski ya da eksik. Yenisi için tekrar hatırlatma iste.' },
    },
  },
  ja: {
    title: 'リリースされたらすぐに聴く',
    consent: '{artist}「{title}」のリリース時にメールが1通届きます。それ以外は届きません。',
    remind: 'リマインドする',
    calendar: 'カレンダーに追加',
    isOut: '{artist}「{title}」がリリースされました',
    whereDoYouListen: '普段どこで聴いていますか？',
    noPreference: '指定なし',
    callOff: 'リマインドしない',
    toRelease: '「{title}」を見る',
    confirmNamed: 'ボタンを押すと、{artist}「{title}」のリリース時にメールが1通届きます。',
    cancelNamed: '{artist}「{title}」についてのメールは届きません。',
    messages: {
      'reminder-check-mail': { title: 'メールをご確認ください', text: 'お送りしたメールのボタンを押すと、リリース日にお知らせします。' },
      'reminder-confirm': { title: 'あと1回押すだけ', text: 'ボタンを押すと、リリース日にメールが1通届きます。' },
      'reminder-confirmed': { title: '設定しました', text: 'リリースされたらメールを1通お送りします。' },
      'reminder-out': { title: 'リリースされました', text: 'まもなくメールが届きます。' },
      'reminder-cancel': { title: 'リマインドをやめますか？', text: 'リリース日のメールは届きません。' },
      'reminder-cancelled': { title: 'リマインドを取り消しました', text: 'メールは届きません。いつでももう一度設定できます。' },
      'reminder-invalid': { title: 'このリンクは使えません', text: '期限が切れているか、途中で切れています。もう一度リマインドを設定すると新しいリンクが届きます。' },
    },
  },
  ko: {
    title: '공개되는 순간 들어 보세요',
    consent: '{artist}의 “{title}”이(가) 공개되면 메일 한 통을 보내 드려요. 그 외에는 보내지 않아요.',
    remind: '알림 받기',
    calendar: '캘린더에 추가',
    isOut: '{artist}의 “{title}” 공개',
    whereDoYouListen: '주로 어디에서 들으세요?',
    noPreference: '상관없음',
    callOff: '알림 취소',
    toRelease: '“{title}” 보러 가기',
    confirmNamed: '버튼을 누르면 {artist}의 “{title}”이(가) 공개될 때 메일 한 통을 보내 드려요.',
    cancelNamed: '{artist}의 “{title}”에 대한 메일을 보내지 않아요.',
    messages: {
      'reminder-check-mail': { title: '메일을 확인해 주세요', text: '보내 드린 메일의 버튼을 누르면 공개되는 날 알려 드려요.' },
      'reminder-confirm': { title: '한 번만 더 누르면 돼요', text: '버튼을 누르면 공개되는 날 메일 한 통을 보내 드려요.' },
      'reminder-confirmed': { title: '설정됐어요', text: '공개되면 메일 한 통을 보내 드릴게요.' },
      'reminder-out': { title: '공개됐어요', text: '메일을 보내고 있어요.' },
      'reminder-cancel': { title: '마음이 바뀌셨나요?', text: '공개되는 날 메일을 보내지 않아요.' },
      'reminder-cancelled': { title: '알림을 취소했어요', text: '메일을 보내지 않아요. 언제든 다시 신청할 수 있어요.' },
      'reminder-invalid': { title: '더 이상 쓸 수 없는 링크예요', text: '기간이 지났거나 잘린 링크예요. 알림을 다시 신청하면 새 링크를 보내 드려요.' },
    },
  },
  ar: {
    title: 'استمع إليه فور صدوره',
    consent: 'ستصلك رسالة واحدة عند صدور «{title}» من {artist}، ولا شيء غيرها.',
    remind: 'ذكّرني',
    calendar: 'إضافة إلى التقويم',
    isOut: 'صدر «{title}» من {artist}',
    whereDoYouListen: 'أين تستمع إلى الموسيقى؟',
    noPreference: 'لا فرق',
    callOff: 'لا تذكّرني',
    toRelease: 'إلى «{title}»',
    confirmNamed: 'اضغط على الزر لتصلك رسالة واحدة عند صدور «{title}» من {artist}.',
    cancelNamed: 'لن تصلك أي رسالة عن «{title}» من {artist}.',
    messages: {
      'reminder-check-mail': { title: 'تفقّد بريدك', text: 'اضغط على الزر في الرسالة التي نرسلها إليك، وسنذكّرك يوم الصدور.' },
      'reminder-confirm': { title: 'ضغطة واحدة فقط', text: 'اضغط على الزر لتصلك رسالة واحدة يوم الصدور.' },
      'reminder-confirmed': { title: 'تمّ', text: 'ستصلك رسالة واحدة عند الصدور.' },
      'reminder-out': { title: 'لقد صدر', text: 'الرسالة في طريقها إليك.' },
      'reminder-cancel': { title: 'غيّرت رأيك؟', text: 'لن تصلك رسالة يوم الصدور.' },
      'reminder-cancelled': { title: 'لا تذكير إذن', text: 'لن يُرسل أي شيء. يمكنك أن تطلب التذكير من جديد متى شئت.' },
      'reminder-invalid': { title: 'هذا الرابط لم يعد يعمل', text: 'إنه قديم جدًا أو غير مكتمل. اطلب التذكير مرة أخرى ليصلك رابط جديد.' },
    },
  },
};

function wordsOf(language: Language): ReminderWords {
  const words = written[language];
  const fill = (text: string) => ({ title, artist }: Named) => text.replace(/\{(title|artist)\}/gu, (_, name: string) => apart(language, name === 'title' ? title : artist));
  return {
    ...words,
    consent: fill(words.consent),
    isOut: fill(words.isOut),
    confirmNamed: fill(words.confirmNamed),
    cancelNamed: fill(words.cancelNamed),
    toRelease: (title) => fill(words.toRelease)({ title, artist: '' }),
  };
}

/** The words of reminders in every language. */
export const reminderWords = Object.fromEntries(Object.keys(written).map((language) => [language, wordsOf(language as Language)])) as Record<Language, ReminderWords>;
