import { directionOf, type Language } from '@lynkify/domain';
import { mailLayoutWords } from './mail-layout-words.js';

/** What a mail says. Plain text throughout; the layout escapes it. */
export interface MailContent {
  /** The language that it is written in; English unless it says so. */
  language?: Language;
  /** First line, in large type. */
  title: string;
  paragraphs: readonly string[];
  /** The one thing to do. */
  button?: { label: string; url: string };
  /** Other things to do, quieter, below the button. */
  more?: readonly { label: string; url: string }[];
  /** Above everything, square; `alt` says what it shows. */
  picture?: { url: string; alt: string };
  /** Small print, a line each: why this mail came, how to stop it. `links` stand below it. */
  footer?: { lines: readonly string[]; links?: readonly { label: string; url: string }[] };
}

export const colours = { paper: '#fbfaf7', sheet: '#ffffff', ink: '#191714', quiet: '#6b655d', line: '#e4dfd6', accent: '#c2361d' };
export const dark = { paper: '#141311', sheet: '#1c1a18', ink: '#f2efe9', quiet: '#a59e94', line: '#34302b', accent: '#ff7a5f' };
export const face = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'Hiragino Sans','Yu Gothic UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans',sans-serif";

/** One mail as HTML and as text, in the look of the product: paper, ink and one accent, nothing fetched. */
export function renderMail(content: MailContent): { html: string; text: string } {
  return { html: asHtml(content), text: asText(content) };
}

function asText({ title, paragraphs, button, more = [], footer }: MailContent): string {
  const blocks = [title, ...paragraphs];
  if (button) blocks.push(`${button.label}:\n${button.url}`);
  for (const { label, url } of more) blocks.push(`${label}:\n${url}`);
  const small = [...(footer?.lines ?? []), ...(footer?.links ?? []).map((link) => `${link.label}: ${link.url}`)];
  if (small.length > 0) blocks.push(`-- \n${small.join('\n')}`);
  return `${blocks.join('\n\n')}\n`;
}

function asHtml({ language = 'en', title, paragraphs, button, more = [], picture, footer }: MailContent): string {
  const dir = directionOf(language);
  const body = paragraphs.map((paragraph) => `<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:${colours.ink}">${escapeLines(paragraph)}</p>`);
  if (button) {
    body.push(
      `<p style="margin:24px 0"><a class="button" href="${escape(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${colours.accent};color:#ffffff;font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>`,
      // With other ways to go there is no need of the address itself.
      ...(more.length > 0 ? [] : [`<p class="quiet" style="margin:0;font-size:14px;line-height:20px;color:${colours.quiet}">${escape(mailLayoutWords[language])}<br><a class="accent" dir="ltr" href="${escape(button.url)}" style="color:${colours.accent};word-break:break-all">${escape(button.url)}</a></p>`]),
    );
  }
  if (more.length > 0) {
    const rows = more.map(({ label, url }) => `<p style="margin:0 0 8px"><a class="ink" href="${escape(url)}" style="display:block;padding:11px 16px;border:1px solid ${colours.line};border-radius:8px;color:${colours.ink};font-size:16px;line-height:24px;text-decoration:none">${escape(label)}</a></p>`);
    body.push(`<div style="margin-top:24px">${rows.join('')}</div>`);
  }
  const small = [
    ...(footer?.lines ?? []).map(escapeLines),
    ...(footer?.links ?? []).map((link) => `<a class="quiet" href="${escape(link.url)}" style="color:${colours.quiet}">${escape(link.label)}</a>`),
  ].map((line) => `<p class="quiet" style="margin:0 0 4px;font-size:12px;line-height:18px;color:${colours.quiet}">${line}</p>`);
  // Programs that show a mail within a page of theirs drop html and body: the table says the language and direction again.
  return `<!doctype html>
<html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(title)}</title>
<style>@media (prefers-color-scheme:dark){.paper{background:${dark.paper}!important}.sheet{background:${dark.sheet}!important;border-color:${dark.line}!important}.ink{color:${dark.ink}!important}.quiet{color:${dark.quiet}!important}.accent{color:${dark.accent}!important}.button{background:${dark.accent}!important;color:${dark.paper}!important}}</style></head>
<body class="paper" style="margin:0;padding:0;background:${colours.paper};font-family:${face}">
<table role="presentation" class="paper" lang="${language}" dir="${dir}" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${colours.paper}"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr><td class="sheet" style="padding:32px;background:${colours.sheet};border:1px solid ${colours.line};border-radius:12px">
${picture ? `<p style="margin:0 0 24px"><img src="${escape(picture.url)}" alt="${escape(picture.alt)}" width="280" height="280" style="display:block;width:280px;max-width:100%;height:auto;border-radius:8px"></p>\n` : ''}<h1 class="ink" style="margin:0 0 16px;font-size:24px;line-height:30px;font-weight:650;color:${colours.ink}">${escape(title)}</h1>
${body.join('\n')}
</td></tr><tr><td style="padding:20px 32px">
${small.join('\n')}
</td></tr></table>
</td></tr></table>
</body></html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
const escapeLines = (text: string) => escape(text).replaceAll('\n', '<br>');
