/** The card that other sites show: at a player's low height a strip with marks, at its high one a list. */
export const embedStyles = `
*,::before,::after { box-sizing: border-box }
html,body { height: 100%; margin: 0; overflow: hidden; background: var(--panel) }
h1,p,ul { margin: 0; padding: 0 }
ul { list-style: none }
a { color: inherit; text-decoration: none }
img { display: block; width: 100%; height: 100%; object-fit: cover }
:focus-visible { outline: 2px solid var(--text); outline-offset: -2px }
.card { --radius: 8px; display: grid; grid-template-columns: auto minmax(0,1fr); grid-template-rows: 1fr auto; gap: 0 16px; height: 100%; padding: 12px; background: var(--panel); color: var(--text); font: 400 14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif }
.pill { --radius: 22px }
.square { --radius: 0px }
.card .sleeve { grid-row: 1 / 3; align-self: center; width: 128px; height: 128px; border-radius: 8px; overflow: hidden; background: var(--accent) }
.square .sleeve { border-radius: 0 }
.titles { align-self: center; min-width: 0 }
h1,.titles p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
h1 { font-size: 18px; font-weight: 650; line-height: 1.3 }
h1 a:hover { text-decoration: underline; text-underline-offset: 3px }
.titles p { color: var(--quiet) }
ul { display: flex; gap: 8px }
.row { display: flex; align-items: center; justify-content: center; gap: 12px; min-width: 44px; height: 44px; padding: 0 10px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface) }
.row:hover { border-color: var(--control) }
.mark { flex: none; width: 22px; height: 22px; fill: currentColor }
.letters { display: grid; place-items: center; border: 1.5px solid; border-radius: 6px; font-size: 10px; font-weight: 650; line-height: 1 }
.row .mark + .name,.action { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.more .name { white-space: nowrap; font-weight: 500 }
@media (max-width:419px) and (max-height:299px) {
  .card .sleeve { width: 72px; height: 72px; grid-row: 1 }
  .card nav { grid-column: 1 / 3 }
  .more { flex: 1; min-width: 0 }
}
@media (max-height:139px) { .card nav { display: none } .card .sleeve { width: 64px; height: 64px; grid-row: 1 } }
@media (min-height:300px) {
  .card { grid-template-rows: auto 1fr; gap: 12px 16px }
  .card .sleeve { width: 80px; height: 80px; grid-row: 1 }
  .card nav { grid-column: 1 / 3; align-self: end }
  ul { display: grid }
  ul { gap: 6px }
  .row { justify-content: flex-start; height: 46px; padding: 0 14px }
  .row .mark + .name,.row .action { position: static; width: auto; height: auto; clip-path: none }
  .row .name { flex: 1; font-weight: 500 }
  .action { color: var(--quiet) }
  .more .row { justify-content: center; height: 32px; border-color: transparent; background: none }
  .more .name { flex: none }
}
@media (min-height:300px) and (min-width:560px) {
  .card { grid-template-columns: auto minmax(0,1fr); grid-template-rows: auto 1fr }
  .card .sleeve { grid-row: 1 / 3; width: auto; height: 100%; aspect-ratio: 1; max-height: 328px }
  .card nav { grid-column: 2 }
  .titles { padding-top: 4px }
}
`;
