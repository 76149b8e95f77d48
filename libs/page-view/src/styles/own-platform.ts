/** The line below the fan's own platform; only on pages that have it. */
export const ownPlatformStyles = `
.own { padding-inline: 16px; font-size: 14px; color: var(--quiet) }
.own,.own form { display: flex; flex-wrap: wrap; gap: 0 20px }
details.own { display: block }
.own button,.own summary { min-height: 44px; padding: 10px 0; border: 0; background: none; cursor: pointer; text-align: start }
.own summary { list-style: none }
.own summary::-webkit-details-marker { display: none }
.own button,.own u { color: var(--text); text-decoration: underline; text-underline-offset: 3px }
.own button + button { color: inherit }
.own:last-child { margin-bottom: -8px }
`;
