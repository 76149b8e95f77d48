/** The help inside apps; only on pages that have it. */
export const inAppStyles = `
.inapp { padding: 12px 16px; border: 1px solid var(--line); border-radius: min(var(--radius),16px); background: var(--surface); font-size: 14px }
.inapp b { padding-inline: 2px; font-weight: 650; white-space: nowrap }
.inapp svg { width: 16px; height: 16px; margin-inline: 2px; vertical-align: -2px; fill: none; stroke: currentColor; stroke-width: 1.5 }
.inapp a { display: inline-block; margin-bottom: -8px; padding: 12px 0; font-weight: 650; text-decoration: underline; text-underline-offset: 3px }
@media (max-width:759px) { .smart-link .sleeve .art { width: clamp(130px,100vh - 620px,min(82vw,330px)); width: clamp(130px,100svh - 620px,min(82vw,330px)) } }
`;
