/** What every page has: type, links, the filled button, rows, the type sleeve, the credit. */
export const baseStyles = `
*,::before,::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; background: var(--ground) }
body { margin: 0 }
.page { --radius: 12px; --small: 8px; min-height: 100vh; min-height: 100svh; background: var(--ground); color: var(--text); font: 400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,var(--script,sans-serif),sans-serif; overflow-wrap: anywhere }
.pill { --radius: 26px }
.square { --radius: 0px; --small: 0px }
h1,h2,p,ul,ol { margin: 0; padding: 0 }
ul,ol { list-style: none }
h1 { font-weight: 650; line-height: 1.12; letter-spacing: -.018em; text-wrap: balance }
h2 { font-size: 16px; font-weight: 650; line-height: 1.35; text-wrap: balance }
a { color: inherit; text-decoration: none }
bdi:dir(rtl) { letter-spacing: 0; line-height: 1.4 }
img { display: block; width: 100%; height: auto }
button,input { font: inherit; color: inherit }
:focus-visible { outline: 2px solid var(--text); outline-offset: 2px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.quiet,.facts { color: var(--quiet) }
.facts { font-size: 14px }
.notice { padding: 8px 20px; background: var(--text); color: var(--ground); font-size: 14px; text-align: center }
.filled { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 52px; padding: 8px 20px; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--accent); color: var(--onAccent); font-weight: 650; cursor: pointer; transition: opacity .14s ease-out }
.filled:hover { opacity: .92 }
.rows { display: grid; gap: 8px }
.row { display: flex; align-items: center; gap: 14px; min-height: 52px; padding: 8px 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); transition: border-color .14s ease-out }
.row:hover { border-color: var(--control) }
.name { flex: 1; min-width: 0; font-weight: 500; line-height: 1.3 }
.action { color: var(--quiet); font-size: 14px; max-width: 45%; text-align: end }
.mark { flex: none; width: 24px; height: 24px; fill: currentColor }
.letters { display: grid; place-items: center; border: 1.5px solid; border-radius: 6px; font-size: 11px; font-weight: 650; line-height: 1 }
.art { display: block; aspect-ratio: 1; overflow: hidden; border-radius: 12px; background: var(--panel) }
.square .art { border-radius: 0 }
.art img { height: 100%; object-fit: cover }
.type { --w: min(26vw,140px); display: flex; flex-direction: column; justify-content: space-between; padding: 8%; background: var(--accent); color: var(--onAccent); text-align: start }
.type :is(b,h1) { font-size: calc(var(--w)*.14); font-weight: 650; line-height: 1; letter-spacing: -.03em }
.type.middle :is(b,h1) { font-size: calc(var(--w)*.1); line-height: 1.05 }
.type.long :is(b,h1) { font-size: calc(var(--w)*.067); line-height: 1.1; letter-spacing: -.02em; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 7; overflow: hidden }
.type p { font-size: max(14px,var(--w)*.042); line-height: 1.3 }
.text p { color: var(--quiet); white-space: pre-line; max-width: 65ch }
.text h2 + p,.text p + p { margin-top: 8px }
.credit { margin-top: auto; text-align: center; font-size: 14px; color: var(--quiet) }
.credit a { display: inline-block; padding: 12px }
.credit a:hover,.by a:hover,.way a { text-decoration: underline; text-underline-offset: 3px }
@media (prefers-reduced-motion:reduce) { * { transition: none !important } }
`;
