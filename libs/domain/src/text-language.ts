import type { Language } from './languages.js';

/** Small words that a sentence of the language can hardly do without, and that few others have. */
const smallWords: Partial<Record<Language, string>> = {
  en: 'the and of to you may about i can my with for is your me we are this at any',
  de: 'und der die das ich mir mich nicht zu den mit von auf ist für du über darf kann werden',
  fr: 'le la les des et je du vous une pour est dans que sur au mes avec peut nous',
  es: 'el los las y en que de una para con mi me puedo por sus tu es cualquier sobre más',
  it: 'il gli e di che per con mi posso una sono della nel alla è dei su le mio ogni',
  pt: 'o os e de que para com uma meu posso por em não você sobre da do as no seu',
  nl: 'de het en ik van een mij me niet op met voor je mag kan naar over deze wordt elke',
  pl: 'i w na z się nie do o że mi mogę może jest od dla lub oraz mój każdym moje',
  tr: 've bir bana için ile bu hakkında olan her ben de da gibi çok veya olarak evet en daha ne',
};
const languagesOfWords = new Map<string, Language[]>();
for (const [language, words] of Object.entries(smallWords) as [Language, string][]) {
  for (const word of words.split(' ')) languagesOfWords.set(word, [...(languagesOfWords.get(word) ?? []), language]);
}

/**
 * The language that a text of at least a sentence is written in, as far as its script or its small words tell; null where
 * they do not. For what members write: they are not asked for the language that they write in.
 */
export function languageOfText(text: string): Language | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Arabic}/u.test(text)) return /[پچژگکیےٹڈ]/u.test(text) ? null : 'ar';
  const found = new Map<Language, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const language of languagesOfWords.get(word) ?? []) found.set(language, (found.get(language) ?? 0) + 1);
  }
  const [best, next] = [...found].sort(([, one], [, other]) => other - one);
  if (!best || best[1] < 2 || best[1] === next?.[1]) return null;
  return best[0];
}
