import { languageOf, type Language } from '@lynkify/domain';
import { minify } from './minify.js';

/**
 * What a script asks of the page around it. `--script` is where the page's fonts have no letters for it: what each system
 * has for a screen. Korean breaks between words, Japanese between phrases; the letters of Arabic are joined, so that they
 * stand no closer than they were drawn, and higher, so that lines stand further apart.
 */
const styles: Partial<Record<Language, string>> = {
  ja: `
.page { --script: "Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic UI",Meiryo,"Noto Sans JP","Noto Sans CJK JP"; line-break: strict }
:is(h1,h2,.filled,.action,.message p) { word-break: auto-phrase }
`,
  ko: `
.page { --script: "Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR"; word-break: keep-all }
`,
  ar: `
.page { --script: "SF Arabic","Segoe UI","Noto Sans Arabic",Tahoma; line-height: 1.6 }
.page * { letter-spacing: 0 !important }
h1,h2,.name { line-height: 1.35 }
.field input { text-align: right }
`,
};

const minified = new Map(Object.entries(styles).map(([language, css]) => [language, minify(css)]));

/** The rules that a page in a language needs besides; none for most. */
export function languageStyles(locale: string): string {
  return minified.get(languageOf(locale) ?? '') ?? '';
}
