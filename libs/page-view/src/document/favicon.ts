/** Our mark as a file, for who asks for one. */
export const favicon = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#e5482d'/><path d='M10 7v14a4 4 0 0 0 4 4h9' fill='none' stroke='#fbfaf7' stroke-width='4' stroke-linecap='round'/><circle cx='21' cy='13' r='4' fill='#fbfaf7'/></svg>`;

/** The same inside of a page: a request less on a phone's first visit. */
export const faviconLink = `<link rel="icon" href="data:image/svg+xml,${favicon.replace(/[<># ]/gu, encodeURIComponent)}">`;
