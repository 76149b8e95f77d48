/** The bio page: portrait or name set large, then sections in one rhythm; from 760 px the portrait stays. */
export const bioPageStyles = `
.bio-page .sleeve { background: var(--panel) }
.portrait img { aspect-ratio: 1; max-height: 48vh; max-height: 48svh; object-fit: cover; object-position: 50% 25% }
.bio-page .titles { padding: 20px }
.bio-page h1 { font-size: 40px; letter-spacing: -.025em }
.bio-page h1.middle { font-size: 34px }
.bio-page h1.long { font-size: 28px }
.headline { margin-top: 6px; color: var(--quiet); max-width: 44ch; text-wrap: pretty }
.bare .titles { padding-top: 72px }
.bare h1.short { font-size: 64px; line-height: .98; letter-spacing: -.035em }
.bare h1.middle { font-size: min(44px,10.5vw) }
.list { display: flex; flex-direction: column; gap: 32px; max-width: 600px; margin: 0 auto; padding: 20px 20px calc(8px + env(safe-area-inset-bottom)) }
.list h2 { margin-bottom: 12px }
.signup h2 { margin: 0 }
.featured { display: grid; grid-template-columns: 116px 1fr; gap: 16px; align-items: center; padding: 12px; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); transition: border-color .14s ease-out }
.square .featured { border-radius: 0 }
.featured:hover { border-color: var(--control) }
.featured .art { --w: 116px; border-radius: var(--small) }
.about { display: flex; flex-direction: column; gap: 2px; min-width: 0 }
.about strong { font-size: 20px; font-weight: 650; line-height: 1.2; letter-spacing: -.01em }
.eyebrow { font-size: 14px; font-weight: 500; color: var(--quiet) }
.featured .filled { grid-column: 1/-1; border-radius: min(var(--radius),var(--small) + 18px) }
.socials { margin-block: -10px }
.socials ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 4px }
.socials a { display: grid; place-items: center; width: 48px; height: 48px; border-radius: 50%; transition: background .14s ease-out }
.socials a:hover { background: var(--panel) }
.releases ul { display: grid; grid-template-columns: repeat(2,minmax(0,1fr)); gap: 20px 16px }
.releases .art { --w: min(42vw,170px); margin-bottom: 8px; border-radius: var(--small) }
.releases a > b { display: block; font-weight: 500; line-height: 1.3 }
.releases a:hover b { text-decoration: underline; text-underline-offset: 3px }
@media (min-width:760px) {
  .bio-page main { display: grid; grid-template-columns: 46fr 54fr; min-height: 100vh; min-height: 100svh }
  .bio-page .sleeve { position: sticky; top: 0; display: flex; flex-direction: column; height: 100vh; height: 100svh }
  .portrait { flex: 1; min-height: 0 }
  .portrait img { height: 100%; aspect-ratio: auto; max-height: none }
  .bio-page .titles { padding: 28px 40px 36px }
  .bare .titles { margin-top: auto; padding: 48px 40px }
  .bio-page h1 { font-size: clamp(40px,5vw,56px) }
  .bio-page h1.middle { font-size: clamp(30px,3.9vw,48px) }
  .bio-page h1.long { font-size: 32px }
  .bare h1.short { font-size: clamp(52px,7vw,112px) }
  .bare h1.middle { font-size: clamp(32px,4.4vw,72px) }
  .headline { font-size: 20px; line-height: 1.4 }
  .list { width: 100%; max-width: 680px; padding: 48px clamp(24px,4vw,40px) 16px; gap: 40px }
  .socials ul { justify-content: flex-start; margin-inline: -12px }
}
@media (min-width:1000px) {
  .featured { grid-template-columns: 176px 1fr; gap: 16px 24px; padding: 16px }
  .featured .art { grid-row: span 2 }
  .featured .about { align-self: end }
  .featured .filled { grid-column: 2; align-self: start }
  .about strong { font-size: 28px }
  .releases ul { grid-template-columns: repeat(3,minmax(0,1fr)) }
  .bio-page .list { padding-top: 64px }
}
`;
