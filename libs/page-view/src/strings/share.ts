import type { Language } from '@lynkify/domain';

/** The sheet from which a fan passes a page on. */
export interface ShareWords {
  share: string;
  mail: string;
  sms: string;
  /** Label of the field with the address. */
  address: string;
}

export const shareWords: Readonly<Record<Language, ShareWords>> = {
  en: { share: 'Share', mail: 'Email', sms: 'Text message', address: 'Address of this page' },
  de: { share: 'Teilen', mail: 'E-Mail', sms: 'SMS', address: 'Adresse dieser Seite' },
  fr: { share: 'Partager', mail: 'E-mail', sms: 'SMS', address: 'Adresse de cette page' },
  es: { share: 'Compartir', mail: 'Correo', sms: 'SMS', address: 'Dirección de esta página' },
  it: { share: 'Condividi', mail: 'E-mail', sms: 'SMS', address: 'Indirizzo di questa pagina' },
  pt: { share: 'Compartilhar', mail: 'E-mail', sms: 'SMS', address: 'Endereço desta página' },
  nl: { share: 'Delen', mail: 'E-mail', sms: 'Sms', address: 'Adres van deze pagina' },
  pl: { share: 'Udostępnij', mail: 'E-mail', sms: 'SMS', address: 'Adres tej strony' },
  tr: { share: 'Paylaş', mail: 'E-posta', sms: 'SMS', address: 'Bu sayfanın adresi' },
  ja: { share: 'シェア', mail: 'メール', sms: 'メッセージ', address: 'このページのアドレス' },
  ko: { share: '공유', mail: '이메일', sms: '문자 메시지', address: '이 페이지 주소' },
  ar: { share: 'مشاركة', mail: 'البريد الإلكتروني', sms: 'رسالة نصية', address: 'عنوان هذه الصفحة' },
};
