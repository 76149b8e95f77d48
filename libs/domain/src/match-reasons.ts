import type { MatchEvidence } from './match-ladder.js';
import { dateInWords } from './languages.js';
import { releaseTypeLabels } from './release-type.js';

/** Why a match was taken or not, in sentences for a person, the strongest first. `service` is the name of who said so. */
export function explainMatch(evidence: MatchEvidence, service: string): string[] {
  const { asked, upc, isrc, title, artist, date, type, tracks, imitation } = evidence;
  const sentences: string[] = [];
  const say = (sentence: string | false) => {
    if (sentence) sentences.push(sentence);
  };
  say(imitation && 'It seems to be an imitation: karaoke, a tribute or a cover.');
  say(upc.outcome === 'same' && `${service} lists it under the UPC ${upc.found}.`);
  say(upc.outcome === 'answered' && `${service} answers with it when asked for the UPC ${upc.wanted}.`);
  say(upc.outcome === 'differs' && `Its UPC is another one: ${upc.found}, not ${upc.wanted}.`);
  say(isrc.outcome === 'same' && `${service} lists it under the ISRC ${isrc.code}.`);
  say(isrc.outcome === 'answered' && `${service} answers with it when asked for the ISRC ${isrc.code}.`);
  say(isrc.outcome === 'contains' && `The recording ${isrc.code} is on it, but it may be another release.`);
  say(asked.way === 'link' && (asked.own ? `It is the page that the release’s own link leads to.` : `${service} says that it belongs to a link of this release.`));
  say(title.outcome === 'same' && `The title is the same${title.ignored.length > 0 ? `, “${title.ignored.join('”, “')}” left out of account` : ''}.`);
  say(title.outcome === 'similar' && `The title is nearly the same: “${title.found}”.`);
  say(title.outcome === 'different' && `The title is another one: “${title.found}”.`);
  say(title.versions.length > 0 && `It is another version: “${title.versions.join('”, “')}” stands in one title only.`);
  say(artist.outcome === 'same' && 'The artist is the same.');
  say(artist.outcome === 'part' && `The artist is credited as “${artist.found}”, with more or fewer names.`);
  say(artist.outcome === 'some' && `Only some of the artists are the same: “${artist.found}”.`);
  say(artist.outcome === 'different' && `The artist is another one: “${artist.found}”.`);
  say(date.outcome === 'same' && (date.wanted === date.found || date.found === null ? 'The release date is the same.' : `The release date is a day apart: ${dateInWords(date.found, 'en') ?? date.found}.`));
  say(date.outcome === 'differs' && date.found !== null && `The release date is another one: ${dateInWords(date.found, 'en') ?? date.found}.`);
  say(type.outcome === 'differs' && type.found !== null && type.wanted !== null && `${service} calls it “${releaseTypeLabels[type.found]}”, this release is “${releaseTypeLabels[type.wanted]}”.`);
  say(tracks.outcome === 'differs' && `It has ${tracks.found} ${tracks.found === 1 ? 'track' : 'tracks'}, this release ${tracks.wanted}.`);
  return sentences;
}
