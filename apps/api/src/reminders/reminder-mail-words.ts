import { apart, type Language } from '@lynkify/domain';

/** What the two mails about a reminder say. `{title}`, `{artist}`, `{platform}`, `{url}`, `{day}`, `{days}` and `{wording}` stand for the release's. */
export interface ReminderMailWords {
  confirmSubject: string;
  confirmTitle: string;
  confirmText: string;
  asked: string;
  goodFor: string;
  confirmButton: string;
  confirmWhy: string;
  neverMind: string;
  outSubject: string;
  outText: string;
  listenOn: string;
  buyOn: string;
  watchOn: string;
  page: string;
  outWhy: string;
  unsubscribe: string;
}

export const reminderMailWords: Readonly<Record<Language, ReminderMailWords>> = {
  en: {
    confirmSubject: 'Please confirm: a reminder of “{title}”', confirmTitle: 'One more step', confirmText: 'Press the button, and you get one email when “{title}” by {artist} is out.',
    asked: 'This is what you asked for:\n“{wording}”', goodFor: 'The link is good for {days} days. If it was not you, do nothing: no email will come.', confirmButton: 'Remind me',
    confirmWhy: 'You get this mail because your address was entered at {url} on {day}.', neverMind: 'Never mind',
    outSubject: '“{title}” is out', outText: '“{title}” by {artist} is out now.', listenOn: 'Listen on {platform}', buyOn: 'Get it on {platform}', watchOn: 'Watch on {platform}', page: 'All links',
    outWhy: 'You asked for this one email at {url} on {day}. No other follows from it.', unsubscribe: 'Unsubscribe',
  },
  de: {
    confirmSubject: 'Bitte bestätigen: Erinnerung an „{title}“', confirmTitle: 'Nur noch ein Schritt', confirmText: 'Drück auf den Knopf, und du bekommst eine E-Mail, sobald „{title}“ von {artist} da ist.',
    asked: 'Darum hast du gebeten:\n„{wording}“', goodFor: 'Der Link gilt {days} Tage. Wenn du das nicht warst, tu einfach nichts: Dann kommt keine E-Mail.', confirmButton: 'Erinnere mich',
    confirmWhy: 'Du bekommst diese Mail, weil deine Adresse am {day} auf {url} eingegeben wurde.', neverMind: 'Doch nicht',
    outSubject: '„{title}“ ist da', outText: '„{title}“ von {artist} ist jetzt da.', listenOn: 'Hören auf {platform}', buyOn: 'Holen bei {platform}', watchOn: 'Ansehen auf {platform}', page: 'Alle Links',
    outWhy: 'Um diese eine E-Mail hast du am {day} auf {url} gebeten. Weitere folgen daraus nicht.', unsubscribe: 'Abmelden',
  },
  fr: {
    confirmSubject: 'À confirmer\u00a0: rappel pour «\u00a0{title}\u00a0»', confirmTitle: 'Encore une étape', confirmText: 'Appuie sur le bouton et tu recevras un e-mail à la sortie de «\u00a0{title}\u00a0» de {artist}.',
    asked: 'Voici ce que tu as demandé\u00a0:\n«\u00a0{wording}\u00a0»', goodFor: 'Le lien est valable {days} jours. Si ce n’était pas toi, ne fais rien\u00a0: aucun e-mail ne viendra.', confirmButton: 'Me prévenir',
    confirmWhy: 'Tu reçois cet e-mail car ton adresse a été saisie sur {url} le {day}.', neverMind: 'Finalement non',
    outSubject: '«\u00a0{title}\u00a0» est sorti', outText: '«\u00a0{title}\u00a0» de {artist} vient de sortir.', listenOn: 'Écouter sur {platform}', buyOn: 'Acheter sur {platform}', watchOn: 'Regarder sur {platform}', page: 'Tous les liens',
    outWhy: 'Tu as demandé cet unique e-mail sur {url} le {day}. Aucun autre ne suivra.', unsubscribe: 'Se désinscrire',
  },
  es: {
    confirmSubject: 'Confirma: aviso de «{title}»', confirmTitle: 'Un paso más', confirmText: 'Pulsa el botón y recibirás un correo cuando salga «{title}» de {artist}.',
    asked: 'Esto es lo que pediste:\n«{wording}»', goodFor: 'El enlace vale {days} días. Si no fuiste tú, no hagas nada: no llegará ningún correo.', confirmButton: 'Avísame',
    confirmWhy: 'Recibes este correo porque tu dirección se introdujo en {url} el {day}.', neverMind: 'Mejor no',
    outSubject: 'Ya está aquí «{title}»', outText: 'Ya puedes escuchar «{title}» de {artist}.', listenOn: 'Escuchar en {platform}', buyOn: 'Conseguir en {platform}', watchOn: 'Ver en {platform}', page: 'Todos los enlaces',
    outWhy: 'Pediste este único correo en {url} el {day}. No llegará ningún otro por ello.', unsubscribe: 'Darse de baja',
  },
  it: {
    confirmSubject: 'Conferma: avviso per “{title}”', confirmTitle: 'Ancora un passo', confirmText: 'Premi il pulsante e riceverai un’e-mail quando esce “{title}” di {artist}.',
    asked: 'Ecco cosa hai chiesto:\n“{wording}”', goodFor: 'Il link vale {days} giorni. Se non sei stato tu, non fare nulla: non arriverà alcuna e-mail.', confirmButton: 'Avvisami',
    confirmWhy: 'Ricevi questa e-mail perché il tuo indirizzo è stato inserito su {url} il {day}.', neverMind: 'Lascia perdere',
    outSubject: 'È uscito “{title}”', outText: '“{title}” di {artist} è uscito ora.', listenOn: 'Ascolta su {platform}', buyOn: 'Acquista su {platform}', watchOn: 'Guarda su {platform}', page: 'Tutti i link',
    outWhy: 'Hai chiesto questa sola e-mail su {url} il {day}. Non ne seguiranno altre.', unsubscribe: 'Annulla l’iscrizione',
  },
  pt: {
    confirmSubject: 'Confirme: aviso de “{title}”', confirmTitle: 'Só mais um passo', confirmText: 'Toque no botão e você recebe um e-mail quando “{title}” de {artist} sair.',
    asked: 'Foi isto que você pediu:\n“{wording}”', goodFor: 'O link vale por {days} dias. Se não foi você, não faça nada: nenhum e-mail virá.', confirmButton: 'Me avise',
    confirmWhy: 'Você recebe este e-mail porque seu endereço foi informado em {url} em {day}.', neverMind: 'Deixa pra lá',
    outSubject: 'Saiu “{title}”', outText: '“{title}” de {artist} já saiu.', listenOn: 'Ouvir em {platform}', buyOn: 'Comprar em {platform}', watchOn: 'Assistir em {platform}', page: 'Todos os links',
    outWhy: 'Você pediu este único e-mail em {url} em {day}. Nenhum outro virá por causa disso.', unsubscribe: 'Cancelar inscrição',
  },
  nl: {
    confirmSubject: 'Bevestig: herinnering aan ‘{title}’', confirmTitle: 'Nog één stap', confirmText: 'Druk op de knop en je krijgt één e-mail zodra ‘{title}’ van {artist} uit is.',
    asked: 'Dit is wat je vroeg:\n‘{wording}’', goodFor: 'De link werkt {days} dagen. Was jij het niet, doe dan niets: er komt geen e-mail.', confirmButton: 'Herinner me',
    confirmWhy: 'Je krijgt deze mail omdat je adres op {day} is ingevuld op {url}.', neverMind: 'Toch niet',
    outSubject: '‘{title}’ is uit', outText: '‘{title}’ van {artist} is nu uit.', listenOn: 'Luister op {platform}', buyOn: 'Koop bij {platform}', watchOn: 'Kijk op {platform}', page: 'Alle links',
    outWhy: 'Je vroeg om deze ene e-mail op {url} op {day}. Er volgen er geen andere.', unsubscribe: 'Afmelden',
  },
  pl: {
    confirmSubject: 'Potwierdź: przypomnienie o „{title}”', confirmTitle: 'Jeszcze jeden krok', confirmText: 'Naciśnij przycisk, a dostaniesz jeden e-mail, gdy ukaże się „{title}” – {artist}.',
    asked: 'Oto twoja prośba:\n„{wording}”', goodFor: 'Link jest ważny {days} dni. Jeśli to nie ty, nic nie rób: żaden e-mail nie przyjdzie.', confirmButton: 'Przypomnij mi',
    confirmWhy: 'Ten e-mail przyszedł, bo twój adres wpisano na {url} dnia {day}.', neverMind: 'Jednak nie',
    outSubject: '„{title}” już jest', outText: 'Już jest „{title}” – {artist}.', listenOn: 'Posłuchaj: {platform}', buyOn: 'Kup: {platform}', watchOn: 'Obejrzyj: {platform}', page: 'Wszystkie linki',
    outWhy: 'Prośba o ten jeden e-mail: {url}, {day}. Kolejne nie przyjdą.', unsubscribe: 'Wypisz się',
  },
  tr: {
    confirmSubject: 'Onayla: “{title}” hatırlatması', confirmTitle: 'Bir adım kaldı', confirmText: 'Düğmeye bas; {artist} – “{title}” çıktığında bir e-posta alırsın.',
    asked: 'İstediğin şey:\n“{wording}”', goodFor: 'Bağlantı {days} gün geçerli. Bunu sen istemediysen hiçbir şey yapma: e-posta gelmez.', confirmButton: 'Bana hatırlat',
    confirmWhy: 'Bu e-postayı, adresin {day} tarihinde {url} sayfasına yazıldığı için alıyorsun.', neverMind: 'Vazgeçtim',
    outSubject: '“{title}” çıktı', outText: '{artist} – “{title}” şimdi yayında.', listenOn: '{platform}: dinle', buyOn: '{platform}: satın al', watchOn: '{platform}: izle', page: 'Tüm bağlantılar',
    outWhy: 'Bu tek e-postayı {day} tarihinde {url} sayfasında istedin. Başka e-posta gelmeyecek.', unsubscribe: 'Abonelikten çık',
  },
  ja: {
    confirmSubject: '確認のお願い：「{title}」のリマインド', confirmTitle: 'あと少しで完了です', confirmText: 'ボタンを押すと、{artist}「{title}」のリリース時にメールが1通届きます。',
    asked: 'お申し込みの内容：\n「{wording}」', goodFor: 'このリンクは{days}日間有効です。お心当たりがない場合は何もしないでください。メールは届きません。', confirmButton: 'リマインドする',
    confirmWhy: '{day}に{url}でこのアドレスが入力されたため、お送りしています。', neverMind: 'やめる',
    outSubject: '「{title}」がリリースされました', outText: '{artist}「{title}」がリリースされました。', listenOn: '{platform}で聴く', buyOn: '{platform}で購入', watchOn: '{platform}で見る', page: 'すべてのリンク',
    outWhy: '{day}に{url}でお申し込みいただいた、1通だけのメールです。これ以外は届きません。', unsubscribe: '配信停止',
  },
  ko: {
    confirmSubject: '확인해 주세요: “{title}” 알림', confirmTitle: '한 단계만 더', confirmText: '버튼을 누르면 {artist}의 “{title}”이(가) 공개될 때 메일 한 통을 보내 드려요.',
    asked: '신청하신 내용:\n“{wording}”', goodFor: '이 링크는 {days}일 동안 쓸 수 있어요. 직접 신청하지 않았다면 아무것도 하지 않으셔도 돼요. 메일이 가지 않아요.', confirmButton: '알림 받기',
    confirmWhy: '{day}에 {url}에서 이 주소가 입력되어 보내 드리는 메일이에요.', neverMind: '취소할게요',
    outSubject: '“{title}” 공개', outText: '{artist}의 “{title}”이(가) 공개됐어요.', listenOn: '{platform}에서 듣기', buyOn: '{platform}에서 구매', watchOn: '{platform}에서 보기', page: '모든 링크',
    outWhy: '{day}에 {url}에서 신청하신 단 한 통의 메일이에요. 더 보내지 않아요.', unsubscribe: '수신 거부',
  },
  ar: {
    confirmSubject: 'يُرجى التأكيد: تذكير بـ«{title}»', confirmTitle: 'بقيت خطوة واحدة', confirmText: 'اضغط على الزر لتصلك رسالة واحدة عند صدور «{title}» من {artist}.',
    asked: 'هذا ما طلبته:\n«{wording}»', goodFor: 'الرابط صالح لمدة {days} يومًا. إن لم تكن أنت من طلب ذلك فلا تفعل شيئًا، ولن تصلك أي رسالة.', confirmButton: 'ذكّرني',
    confirmWhy: 'وصلتك هذه الرسالة لأن عنوانك أُدخل في {url} بتاريخ {day}.', neverMind: 'لا داعي',
    outSubject: 'صدر «{title}»', outText: 'صدر الآن «{title}» من {artist}.', listenOn: 'استمع على {platform}', buyOn: 'اشترِ من {platform}', watchOn: 'شاهد على {platform}', page: 'كل الروابط',
    outWhy: 'طلبت هذه الرسالة الواحدة في {url} بتاريخ {day}، ولن تتبعها رسالة أخرى.', unsubscribe: 'إلغاء الاشتراك',
  },
};

/** Puts the release's own words into a sentence of a language, set apart where they run the other way. */
export function fill(language: Language, text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => apart(language, values[name] ?? whole));
}
