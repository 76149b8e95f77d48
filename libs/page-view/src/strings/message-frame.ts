import type { Language } from '@lynkify/domain';
import { apart } from './phrase.js';

/** The buttons and ways of the pages that are one message, and what they say where a name is known. */
export interface MessageFrameWords {
  home: string;
  toArtist: (name: string) => string;
  confirm: string;
  unsubscribe: string;
  mailTo: (email: string) => string;
  confirmFor: (name: string) => string;
  leaveFor: (name: string) => string;
}

export const messageFrameWords: Readonly<Record<Language, MessageFrameWords>> = {
  en: {
    home: 'To the start page', toArtist: (name) => `To ${apart('en', name)}`, confirm: 'Confirm', unsubscribe: 'Unsubscribe',
    mailTo: (email) => `We are sending a mail to ${apart('en', email)}. Press the button in it, and you are on the list.`,
    confirmFor: (name) => `Confirm that this address is yours, and ${apart('en', name)} may write to you.`,
    leaveFor: (name) => `${apart('en', name)} will send you no more mails.`,
  },
  de: {
    home: 'Zur Startseite', toArtist: (name) => `Zu ${apart('de', name)}`, confirm: 'Bestätigen', unsubscribe: 'Abmelden',
    mailTo: (email) => `Wir schicken eine Mail an ${apart('de', email)}. Drück den Knopf darin, und du bist dabei.`,
    confirmFor: (name) => `Bestätige, dass diese Adresse dir gehört, und ${apart('de', name)} darf dir schreiben.`,
    leaveFor: (name) => `${apart('de', name)} schickt dir dann keine Mails mehr.`,
  },
  fr: {
    home: 'Vers l’accueil', toArtist: (name) => `Vers la page de ${apart('fr', name)}`, confirm: 'Confirmer', unsubscribe: 'Se désinscrire',
    mailTo: (email) => `Nous envoyons un e-mail à ${apart('fr', email)}. Appuie sur le bouton qu’il contient et ton inscription est faite.`,
    confirmFor: (name) => `Confirme que cette adresse est bien la tienne, et ${apart('fr', name)} pourra t’écrire.`,
    leaveFor: (name) => `${apart('fr', name)} ne t’enverra plus d’e-mails.`,
  },
  es: {
    home: 'Ir al inicio', toArtist: (name) => `Ir a ${apart('es', name)}`, confirm: 'Confirmar', unsubscribe: 'Darme de baja',
    mailTo: (email) => `Te enviamos un correo a ${apart('es', email)}. Pulsa el botón y ya estarás en la lista.`,
    confirmFor: (name) => `Confirma que esta dirección es tuya y ${apart('es', name)} podrá escribirte.`,
    leaveFor: (name) => `${apart('es', name)} no te enviará más correos.`,
  },
  it: {
    home: 'Alla pagina iniziale', toArtist: (name) => `Alla pagina di ${apart('it', name)}`, confirm: 'Conferma', unsubscribe: 'Annulla iscrizione',
    mailTo: (email) => `Stiamo inviando un’email a ${apart('it', email)}. Premi il pulsante e l’iscrizione è fatta.`,
    confirmFor: (name) => `Conferma che questo indirizzo è tuo e ${apart('it', name)} potrà scriverti.`,
    leaveFor: (name) => `${apart('it', name)} non ti invierà più email.`,
  },
  pt: {
    home: 'Ir para o início', toArtist: (name) => `Ir para ${apart('pt', name)}`, confirm: 'Confirmar', unsubscribe: 'Cancelar inscrição',
    mailTo: (email) => `Estamos enviando um e-mail para ${apart('pt', email)}. Toque no botão e você entra na lista.`,
    confirmFor: (name) => `Confirme que este endereço é seu, e ${apart('pt', name)} poderá escrever para você.`,
    leaveFor: (name) => `${apart('pt', name)} não vai mais enviar e-mails para você.`,
  },
  nl: {
    home: 'Naar de startpagina', toArtist: (name) => `Naar ${apart('nl', name)}`, confirm: 'Bevestigen', unsubscribe: 'Afmelden',
    mailTo: (email) => `We sturen een mail naar ${apart('nl', email)}. Druk op de knop erin en je staat op de lijst.`,
    confirmFor: (name) => `Bevestig dat dit adres van jou is, dan mag ${apart('nl', name)} je mailen.`,
    leaveFor: (name) => `${apart('nl', name)} stuurt je dan geen mails meer.`,
  },
  pl: {
    home: 'Do strony głównej', toArtist: (name) => `Przejdź do: ${apart('pl', name)}`, confirm: 'Potwierdź', unsubscribe: 'Wypisz mnie',
    mailTo: (email) => `Wysyłamy mail na adres ${apart('pl', email)}. Naciśnij w nim przycisk i jesteś na liście.`,
    confirmFor: (name) => `Potwierdź, że ten adres należy do ciebie. ${apart('pl', name)} będzie wtedy wysyłać ci wiadomości.`,
    leaveFor: (name) => `${apart('pl', name)} nie wyśle ci więcej maili.`,
  },
  tr: {
    home: 'Ana sayfaya git', toArtist: (name) => `${apart('tr', name)} sayfasına git`, confirm: 'Onayla', unsubscribe: 'Listeden ayrıl',
    mailTo: (email) => `${apart('tr', email)} adresine bir e-posta gönderiyoruz. İçindeki düğmeye basınca listedesin.`,
    confirmFor: (name) => `Bu adresin sana ait olduğunu onayla; ${apart('tr', name)} sana yazabilsin.`,
    leaveFor: (name) => `${apart('tr', name)} sana artık e-posta göndermeyecek.`,
  },
  ja: {
    home: 'トップページへ', toArtist: (name) => `${apart('ja', name)}のページへ`, confirm: '確認する', unsubscribe: '配信を停止する',
    mailTo: (email) => `${apart('ja', email)} にメールをお送りします。メール内のボタンを押すと、登録が完了します。`,
    confirmFor: (name) => `このアドレスがご自身のものであることを確認すると、${apart('ja', name)}からのメールが届くようになります。`,
    leaveFor: (name) => `今後、${apart('ja', name)}からのメールは届かなくなります。`,
  },
  ko: {
    home: '첫 페이지로', toArtist: (name) => `${apart('ko', name)} 페이지로`, confirm: '확인', unsubscribe: '수신 거부',
    mailTo: (email) => `${apart('ko', email)} 주소로 메일을 보내고 있어요. 메일의 버튼을 누르면 신청이 끝나요.`,
    confirmFor: (name) => `본인의 주소가 맞는지 확인해 주시면 ${apart('ko', name)}의 소식을 보내 드려요.`,
    leaveFor: (name) => `${apart('ko', name)}의 메일을 더 이상 받지 않게 돼요.`,
  },
  ar: {
    home: 'إلى الصفحة الرئيسية', toArtist: (name) => `إلى صفحة ${apart('ar', name)}`, confirm: 'تأكيد', unsubscribe: 'إلغاء الاشتراك',
    mailTo: (email) => `نرسل الآن رسالة إلى ${apart('ar', email)}. اضغط الزر الموجود فيها ليكتمل اشتراكك.`,
    confirmFor: (name) => `أكّد أن هذا العنوان لك ليتمكن ${apart('ar', name)} من مراسلتك.`,
    leaveFor: (name) => `لن يرسل إليك ${apart('ar', name)} رسائل أخرى.`,
  },
};
