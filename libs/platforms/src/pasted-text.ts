import { longestAddress } from './address.js';

/** How many links of one text are looked at. */
const most = 8;

// What ends an address that stands in a sentence, the punctuation of Chinese and Japanese included.
const ending = /[\s<>"“”„«»「」『』《》（）【】，。！？；、\\^{}|]/u;
const schemeCharacter = /[a-z0-9+.-]/i;
const webScheme = /https?$/i;
const spotifyUri = /^spotify:[a-z]+:/i;
const bareAddress = /^[("'[*_]*(?=[a-z0-9-]+\.)[a-z0-9.-]+\.[a-z]{2,24}\/[^/]/i;

function endOfAddress(text: string, from: number): number {
  let at = from;
  while (at < text.length && !ending.test(text.charAt(at))) at += 1;
  return at;
}

/**
 * The texts inside a message that look like links ("Listen to … on Spotify: https://…"), in their order and not more than
 * a few. Linear in the text; nothing is looked at beyond what an address may be long.
 */
export function addressesIn(text: string): string[] {
  if (text.length > longestAddress) return [];
  const found: string[] = [];
  let from = 0;
  for (let mark = text.indexOf('://'); mark >= 0 && found.length < most; mark = text.indexOf('://', from)) {
    let start = mark;
    while (start > from && mark - start < 24 && schemeCharacter.test(text.charAt(start - 1))) start -= 1;
    // "Listenhttps://…": what stands before the scheme is no part of it.
    const web = webScheme.exec(text.slice(start, mark));
    if (web) start += web.index;
    const end = endOfAddress(text, mark + 3);
    if (start < mark && end > mark + 3) addCandidate(found, text.slice(start, end));
    from = end;
  }
  if (found.length > 0) return found;
  for (const token of text.split(/\s+/u)) {
    if (found.length >= most) break;
    if (spotifyUri.test(token) || bareAddress.test(token)) found.push(token);
  }
  return found;
}

/** An address and, where other letters follow it without a space, the same without them. */
function addCandidate(found: string[], address: string): void {
  found.push(address);
  const foreign = address.search(/[^\u0020-\u007e]/u);
  if (foreign > 0) found.push(address.slice(0, foreign));
}
