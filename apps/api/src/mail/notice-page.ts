import { colours, dark, escape, face } from './mail-layout.js';

/** What the page behind the link of a mail says, and the one thing to do there. */
export interface Notice {
  title: string;
  text: string;
  /** A button that posts. */
  press?: { label: string; action: string };
  link?: { label: string; url: string };
}

/** A page in the look of the mails: whole in itself, without a script, for whoever comes from a mail program. */
export function renderNotice({ title, text, press, link }: Notice): string {
  const button = press ? `<form method="post" action="${escape(press.action)}"><button>${escape(press.label)}</button></form>` : '';
  const way = link ? `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<style>${style}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${button}${way}</main></body></html>
`;
}

type Palette = typeof colours;

const paint = ({ paper, sheet, ink, line, accent }: Palette, onAccent: string) =>
  `body{background:${paper};color:${ink}}main{background:${sheet};border-color:${line}}a{color:${accent}}button{background:${accent};color:${onAccent}}:focus-visible{outline:2px solid ${accent};outline-offset:2px}`;

const style = [
  `*{box-sizing:border-box}body{margin:0;padding:32px 16px;font:16px/24px ${face}}main{max-width:560px;margin:0 auto;padding:32px;border:1px solid;border-radius:12px;overflow-wrap:anywhere}`,
  'h1{margin:0 0 16px;font-size:24px;line-height:30px;font-weight:650}p{margin:0 0 16px}form{margin:24px 0 0}p:last-child{margin-bottom:0}',
  'button{min-height:52px;padding:0 24px;border:0;border-radius:8px;font:inherit;font-weight:600;cursor:pointer}',
  paint(colours, '#ffffff'),
  `@media (prefers-color-scheme:dark){${paint(dark, dark.paper)}}`,
].join('');
