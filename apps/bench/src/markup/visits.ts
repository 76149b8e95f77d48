import type { MarkupPages } from './documents.js';

/** One page as somebody gets it. */
export interface MarkupVisit {
  name: string;
  path: string;
  /** What it has to be answered with. */
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** Posted fields. */
  form?: Readonly<Record<string, string>>;
}

const instagram = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 355.0.0.27.82 (iPhone15,3; iOS 18_1; en_US; en; scale=3.00; 1290x2796; 654123456)';
const tiktok = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 musical_ly_2023700030 BytedanceWebview/d8a21c6';

/** Every kind of page: in each look, in each language, as different fans get it, with mistakes in its forms, and all messages. */
export function markupVisits({ looks, locked, gone, bare }: MarkupPages, languages: readonly string[]): MarkupVisit[] {
  const first = looks.sleeve ?? { released: '', announced: '', artist: '' };
  const kinds = Object.entries(first);
  const typed = { email: 'no address', name: 'A & "B"' };
  return [
    { name: 'home', path: '/', status: 200 },
    { name: 'without artwork', path: bare, status: 200 },
    { name: 'without artwork, card', path: `${bare}/embed`, status: 200 },
    ...Object.entries(looks).flatMap(([look, pages]) => Object.entries(pages).flatMap(([kind, path]) => [{ name: `${look} ${kind}`, path, status: 200 }, { name: `${look} ${kind} card`, path: `${path}/embed`, status: 200 }])),
    ...languages.flatMap((language) => {
      const headers = { 'accept-language': language };
      return [
        ...kinds.flatMap(([kind, path]) => [{ name: `${language} ${kind}`, path, status: 200, headers }, { name: `${language} ${kind} card`, path: `${path}/embed`, status: 200, headers }]),
        { name: `${language} form with mistakes`, path: `${first.released}/join`, status: 422, headers, form: typed },
        { name: `${language} reminder with mistakes`, path: `${first.announced}/remind`, status: 422, headers, form: typed },
        { name: `${language} not found`, path: '/nobody-here/nothing', status: 404, headers },
        { name: `${language} password`, path: locked, status: 200, headers },
      ];
    }),
    { name: 'own platform', path: first.released, status: 200, headers: { cookie: 'lynkify_platform=tidal' } },
    { name: 'own platform always', path: `${first.released}?choose`, status: 200, headers: { cookie: 'lynkify_platform=tidal.always' } },
    { name: 'artist, own platform always', path: `${first.artist}?choose`, status: 200, headers: { cookie: 'lynkify_platform=tidal.always' } },
    { name: 'in Instagram', path: first.released, status: 200, headers: { 'user-agent': instagram } },
    { name: 'in TikTok', path: first.released, status: 200, headers: { 'user-agent': tiktok } },
    { name: 'artist form with mistakes', path: `${first.artist}/join`, status: 422, form: typed },
    { name: 'wrong password', path: `${locked}/unlock`, status: 422, form: { password: 'wrong' } },
    { name: 'gone', path: gone, status: 410 },
    { name: 'joined', path: `${first.released}/joined`, status: 200 },
    { name: 'reminded', path: `${first.announced}/reminded`, status: 200 },
    ...['confirm', 'unsubscribe'].flatMap((deed) => [
      { name: `${deed} link`, path: `/${deed}/${'a'.repeat(43)}`, status: 200 },
      { name: `${deed} unknown reminder link`, path: `/${deed}/reminder/${'a'.repeat(43)}`, status: 404 },
      { name: `${deed} wrong link`, path: `/${deed}/x`, status: 404 },
    ]),
    { name: 'wrong method', path: first.released, status: 405, form: typed },
  ];
}
