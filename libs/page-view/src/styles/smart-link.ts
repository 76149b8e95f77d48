/** The smart link: on a phone everything down to the fourth row stands on the first screen; from 760 px two columns. */
export const smartLinkStyles = `
.smart-link .sleeve { padding: 20px 20px 18px; background: var(--panel); text-align: center }
.smart-link .sleeve .art { width: clamp(150px,100vh - 440px,min(82vw,330px)); width: clamp(150px,100svh - 440px,min(82vw,330px)); margin: 0 auto 16px }
.sleeve .type { --w: clamp(150px,100vh - 440px,min(82vw,330px)) }
.titles h1 { font-size: 26px }
.titles h1.long { font-size: 20px; line-height: 1.2 }
.titles .by { margin-top: 4px }
.by a { display: inline-block; padding: 2px 0; font-weight: 500 }
.out { font-size: 14px }
.out b { font-weight: 500 }
.out span { color: var(--quiet) }
.out span::before { content: "· " }
.list { display: flex; flex-direction: column; gap: 24px; max-width: 560px; margin: 0 auto; padding: 16px 20px calc(8px + env(safe-area-inset-bottom)) }
.lead { min-height: 60px; border-color: var(--edge); background: var(--accent); color: var(--onAccent) }
.lead .name { font-size: 18px; font-weight: 650 }
.lead .action { color: inherit; font-size: 16px; font-weight: 650 }
.tracks summary { display: flex; align-items: center; min-height: 44px; font-weight: 650; cursor: pointer }
.tracks summary::before { content: "+"; width: 24px; font-weight: 400; font-size: 20px; line-height: 1 }
.tracks[open] summary::before { content: "–" }
.tracks ol { counter-reset: n }
.tracks li { display: flex; gap: 12px; padding: 8px 0; border-top: 1px solid var(--line); counter-increment: n; font-size: 14px }
.tracks li::before { content: counter(n); min-width: 24px; color: var(--quiet); font-variant-numeric: tabular-nums }
.tracks li span { flex: 1 }
.tracks small { font-size: inherit; color: var(--quiet); font-variant-numeric: tabular-nums }
@media (min-width:760px) {
  .smart-link main { display: grid; grid-template-columns: 1fr 1fr; min-height: 100vh; min-height: 100svh }
  .smart-link .sleeve { position: sticky; top: 0; display: flex; flex-direction: column; justify-content: center; align-items: center; height: 100vh; height: 100svh; padding: 32px; text-align: start }
  .smart-link .sleeve .art,.smart-link .titles { width: min(100%,520px,100vh - 260px); width: min(100%,520px,100svh - 260px); margin: 0 }
  .sleeve .type { --w: min(50vw - 64px,520px,100vh - 260px) }
  .smart-link .titles { padding-top: 24px }
  .smart-link .titles h1 { font-size: 40px }
  .smart-link .titles h1.long { font-size: 28px }
  .titles .by { font-size: 20px }
  .list { width: 100%; max-width: 544px; min-height: 100%; padding: 48px 32px 16px; justify-content: safe center }
  .smart-link .credit { margin-top: 0 }
}
@media (min-width:1100px) { .smart-link .list { padding-top: 64px } }
`;
