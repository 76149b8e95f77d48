/** The home page of an instance: a wall of sleeves. */
export const instanceStyles = `
.instance { display: flex; flex-direction: column; padding: 40px 20px 8px }
.instance main { width: 100%; max-width: 1120px; margin: 0 auto 24px }
.instance h1 { font-size: 40px }
.instance header { margin-bottom: 24px }
.artists { display: grid; grid-template-columns: repeat(2,minmax(0,1fr)); gap: 24px 16px }
.artists .art { --w: min(42vw,200px); margin-bottom: 8px }
.artists a > b { font-weight: 500 }
.artists a:hover b { text-decoration: underline; text-underline-offset: 3px }
@media (min-width:760px) { .instance { padding-top: 72px } .artists { grid-template-columns: repeat(auto-fill,minmax(200px,1fr)); gap: 32px 24px } }
`;
