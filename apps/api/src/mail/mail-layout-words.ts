import type { Language } from '@lynkify/domain';

/** Above the address that the button of a mail leads to. */
export const mailLayoutWords: Readonly<Record<Language, string>> = {
  en: 'If the button does nothing, open this address:',
  de: 'Wenn der Knopf nichts tut, öffne diese Adresse:',
  fr: 'Si le bouton ne fait rien, ouvre cette adresse\u00a0:',
  es: 'Si el botón no hace nada, abre esta dirección:',
  it: 'Se il pulsante non funziona, apri questo indirizzo:',
  pt: 'Se o botão não funcionar, abra este endereço:',
  nl: 'Doet de knop niets? Open dan dit adres:',
  pl: 'Jeśli przycisk nie działa, otwórz ten adres:',
  tr: 'Düğme çalışmıyorsa bu adresi aç:',
  ja: 'ボタンが動作しない場合は、次のアドレスを開いてください：',
  ko: '버튼이 작동하지 않으면 이 주소를 여세요:',
  ar: 'إذا لم يعمل الزر فافتح هذا العنوان:',
};
