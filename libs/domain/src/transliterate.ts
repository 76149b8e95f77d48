/**
 * Any script into plain lower-case ASCII, roughly as a reader of Latin letters would say it. Meant for addresses, so it
 * is lossy on purpose. Han characters have no reading without a dictionary and are dropped.
 */

const words: Readonly<Record<string, string>> = { '&': ' and ', '＆': ' and ', '@': ' at ', '№': ' no ' };

// Letters that Unicode does not decompose into a base letter and marks.
const latin: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'ng', ĸ: 'k', ŧ: 't', ə: 'e', ƒ: 'f',
};

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ј: 'j', к: 'k',
  л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'kh', ц: 'ts',
  ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o',
  ү: 'u', ұ: 'u', һ: 'h',
};

const greek: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o',
  π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};

const arabic: Readonly<Record<string, string>> = {
  ا: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh', ص: 's', ض: 'd',
  ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', ة: 'a', و: 'w', ي: 'y',
  ی: 'y', ى: 'a', ء: '', پ: 'p', چ: 'ch', ژ: 'zh', گ: 'g', ٹ: 't', ڈ: 'd', ڑ: 'r', ں: 'n', ے: 'e',
};

const hebrew: Readonly<Record<string, string>> = {
  א: 'a', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'v', ז: 'z', ח: 'ch', ט: 't', י: 'y', כ: 'k', ך: 'k', ל: 'l', מ: 'm', ם: 'm',
  נ: 'n', ן: 'n', ס: 's', ע: 'a', פ: 'p', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'sh', ת: 't',
};

// Hepburn. Voiced kana arrive decomposed (か + ゛), so the marked rows are looked up before the marks are dropped.
const kana: Readonly<Record<string, string>> = {
  あ: 'a', い: 'i', う: 'u', え: 'e', お: 'o', か: 'ka', き: 'ki', く: 'ku', け: 'ke', こ: 'ko', さ: 'sa', し: 'shi', す: 'su',
  せ: 'se', そ: 'so', た: 'ta', ち: 'chi', つ: 'tsu', て: 'te', と: 'to', な: 'na', に: 'ni', ぬ: 'nu', ね: 'ne', の: 'no',
  は: 'ha', ひ: 'hi', ふ: 'fu', へ: 'he', ほ: 'ho', ま: 'ma', み: 'mi', む: 'mu', め: 'me', も: 'mo', や: 'ya', ゆ: 'yu',
  よ: 'yo', ら: 'ra', り: 'ri', る: 'ru', れ: 're', ろ: 'ro', わ: 'wa', ゐ: 'i', ゑ: 'e', を: 'o', ん: 'n', が: 'ga', ぎ: 'gi',
  ぐ: 'gu', げ: 'ge', ご: 'go', ざ: 'za', じ: 'ji', ず: 'zu', ぜ: 'ze', ぞ: 'zo', だ: 'da', ぢ: 'ji', づ: 'zu', で: 'de',
  ど: 'do', ば: 'ba', び: 'bi', ぶ: 'bu', べ: 'be', ぼ: 'bo', ぱ: 'pa', ぴ: 'pi', ぷ: 'pu', ぺ: 'pe', ぽ: 'po', ゔ: 'vu',
  ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o', ゎ: 'wa',
};

const single: ReadonlyMap<string, string> = new Map(
  [latin, cyrillic, greek, arabic, hebrew].flatMap((table) => Object.entries(table)).map(([from, to]) => [from.normalize('NFC'), to]),
);

const hangulInitials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const hangulVowels = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i'];
const hangulFinals = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'];

/** Revised Romanization letter by letter: a Hangul syllable is its index in initial × vowel × final. */
function hangul(code: number): string {
  const index = code - 0xac00;
  const initial = hangulInitials[Math.floor(index / 588)] ?? '';
  const vowel = hangulVowels[Math.floor((index % 588) / 28)] ?? '';
  return initial + vowel + (hangulFinals[index % 28] ?? '');
}

const smallY: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

function toHiragana(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : character;
}

function appendKana(text: string, character: string): string | null {
  const sound = smallY[character];
  if (sound !== undefined) {
    // し + ゃ is "sha", き + ゃ is "kya": the vowel of the kana before gives way.
    if (!text.endsWith('i')) return `${text}y${sound}`;
    const stem = text.slice(0, -1);
    return /(?:sh|ch|j)$/u.test(stem) ? stem + sound : `${stem}y${sound}`;
  }
  const reading = kana[character];
  if (reading === undefined) return null;
  if (!text.endsWith('\u0001')) return text + reading;
  return text.slice(0, -1) + (reading.startsWith('ch') ? 't' : reading.charAt(0)) + reading;
}

/** Plain lower-case ASCII of any text. What has no reading becomes a space. */
export function transliterate(text: string): string {
  let out = '';
  for (const character of text.normalize('NFKC').toLowerCase().normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      out += words[character] ?? character;
      continue;
    }
    if (code >= 0xac00 && code <= 0xd7a3) {
      out += hangul(code);
      continue;
    }
    const hiragana = toHiragana(character);
    // A small tsu doubles the consonant that follows; the mark is taken off by the next kana.
    if (hiragana === 'っ') {
      out += '\u0001';
      continue;
    }
    if (character === 'ー') continue;
    const withKana = appendKana(out, hiragana);
    if (withKana !== null) {
      out = withKana;
      continue;
    }
    out += words[character] ?? single.get(character) ?? withoutMarks(character);
  }
  return out.replaceAll('\u0001', '');
}

function withoutMarks(character: string): string {
  // Apostrophes belong to their word ("don’t" is one word), every other sign parts words.
  if (/[’‘ʼʻ′`´]/u.test(character)) return "'";
  let out = '';
  for (const part of character.normalize('NFKD')) {
    if (/\p{M}/u.test(part)) continue;
    const code = part.codePointAt(0) ?? 0;
    out += code < 0x80 ? part.toLowerCase() : (single.get(part) ?? ' ');
  }
  return out;
}

/** Words of a text joined by single hyphens, only `a-z0-9-`; empty when nothing of it can be written so. */
export function hyphenate(text: string, maxLength: number): string {
  const joined = transliterate(text)
    // "A$AP" and "Ke$ha" are read with an s.
    .replace(/(?<=[a-z])\$|\$(?=[a-z])/gu, 's')
    .replace(/['"]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (joined.length <= maxLength) return joined;
  const cut = joined.slice(0, maxLength + 1);
  const lastWord = cut.lastIndexOf('-');
  return (lastWord > maxLength / 2 ? cut.slice(0, lastWord) : joined.slice(0, maxLength)).replace(/-$/u, '');
}

/** Four to seven letters and digits that are always the same for the same text (FNV-1a, 32 bit). Not for secrets. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(4, '0');
}
