import type { IncomingMessage } from 'node:http';
import { type Language, languages } from '@lynkify/domain';
import { pickLanguage } from '@lynkify/page-view';
import { BoundedMap } from './bounded-map.js';

const picked = new BoundedMap<string, Language>(2_000);
/** Of what is longer than a browser's nothing is kept. */
const longest = 200;

/** The language of ours that a browser prefers. */
export function languageOf({ request }: { request: IncomingMessage }): Language {
  const header = request.headers['accept-language'];
  if (header === undefined) return languages[0];
  const known = picked.get(header);
  if (known !== undefined) return known;
  const language = pickLanguage(header);
  if (header.length <= longest) picked.set(header, language);
  return language;
}

/** Whether they get the form that is shown to anyone. */
export function speaksPlainly(exchange: { request: IncomingMessage }): boolean {
  return languageOf(exchange) === languages[0];
}
