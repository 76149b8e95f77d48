import type { Language } from './languages.js';

/** The heading and the wording that a new capture form has, in every language that a page is shown in. */
export const captureFormWords: Readonly<Record<Language, { title: string; consentText: (artistName: string) => string }>> = {
  en: { title: 'Get the next one first', consentText: (name) => `Yes, ${name} may email me about new releases, shows and news. I can unsubscribe at any time with the link in every email.` },
  de: { title: 'Neues zuerst erfahren', consentText: (name) => `Ja, ${name} darf mir E-Mails zu neuen Veröffentlichungen, Konzerten und Neuigkeiten schicken. Ich kann mich jederzeit über den Link in jeder E-Mail abmelden.` },
  fr: { title: 'Sois au courant en premier', consentText: (name) => `Oui, ${name} peut m’envoyer des e-mails sur ses nouvelles sorties, ses concerts et son actualité. Je peux me désinscrire à tout moment avec le lien présent dans chaque e-mail.` },
  es: { title: 'Entérate antes que nadie', consentText: (name) => `Sí, ${name} puede enviarme correos sobre nuevos lanzamientos, conciertos y novedades. Puedo darme de baja en cualquier momento con el enlace de cada correo.` },
  it: { title: 'Le novità, prima di tutti', consentText: (name) => `Sì, ${name} può inviarmi email su nuove uscite, concerti e novità. Posso annullare l’iscrizione in qualsiasi momento con il link presente in ogni email.` },
  pt: { title: 'Saiba antes de todos', consentText: (name) => `Sim, ${name} pode me enviar e-mails sobre lançamentos, shows e novidades. Posso cancelar a inscrição a qualquer momento com o link em cada e-mail.` },
  nl: { title: 'Hoor het als eerste', consentText: (name) => `Ja, ${name} mag me mailen over nieuwe releases, optredens en nieuws. Ik kan me altijd afmelden met de link in elke e-mail.` },
  pl: { title: 'Dowiedz się przed innymi', consentText: (name) => `Tak, ${name} może wysyłać mi maile o nowych wydawnictwach, koncertach i aktualnościach. W każdej chwili mogę zrezygnować, używając linku w każdym mailu.` },
  tr: { title: 'İlk sen duy', consentText: (name) => `Evet, ${name} bana yeni çıkan müzikler, konserler ve haberler hakkında e-posta gönderebilir. Her e-postadaki bağlantıyla istediğim zaman listeden ayrılabilirim.` },
  ja: { title: '新作をいち早く', consentText: (name) => `はい、${name}から新作・ライブ・最新情報のメールを受け取ることに同意します。すべてのメールにあるリンクから、いつでも配信を停止できます。` },
  ko: { title: '다음 소식을 가장 먼저', consentText: (name) => `네, ${name}의 새 음악, 공연, 소식을 이메일로 받는 데 동의합니다. 모든 이메일에 있는 링크로 언제든지 수신을 거부할 수 있습니다.` },
  ar: { title: 'اعرف الجديد أولًا', consentText: (name) => `نعم، أوافق على تلقي رسائل بريد إلكتروني من ${name} عن الإصدارات الجديدة والحفلات والأخبار. يمكنني إلغاء الاشتراك في أي وقت عبر الرابط الموجود في كل رسالة.` },
};
