/** Tracks that can be listened to; only on pages that have previews. The player is the browser's own, as far as its button. */
export const previewStyles = `
.heard li { align-items: center; min-height: 52px; padding: 4px 0 }
.heard audio { flex: none; width: 132px; height: 44px }
.heard audio::-webkit-media-controls-enclosure { border-radius: 22px; background: none }
.heard audio::-webkit-media-controls-current-time-display { display: none }
.heard audio::-webkit-media-controls-time-remaining-display { display: none }
.heard audio::-webkit-media-controls-mute-button { display: none }
.lent { padding: 8px 0; border-top: 1px solid var(--line); font-size: 13px; color: var(--quiet) }
`;

/** The video; only on pages that have one. */
export const videoStyles = `
.video { position: relative; overflow: hidden; border-radius: min(var(--radius),16px); background: var(--panel) }
.video summary,.video iframe { display: block; width: 100%; height: auto; aspect-ratio: 16/9; border: 0 }
.video[open] summary { display: none }
.video summary { position: relative; list-style: none; cursor: pointer }
.video summary::-webkit-details-marker { display: none }
.video summary:focus-visible { outline-offset: -4px }
.video img { height: 100%; object-fit: cover }
.video summary > span { position: absolute; inset: auto 0 0; display: flex; align-items: center; gap: 12px; padding: 12px 16px; background: var(--surface); font-weight: 500; line-height: 1.3 }
.video svg { flex: none; width: 40px; height: 40px; padding: 11px; border-radius: 50%; background: var(--accent); fill: var(--onAccent) }
`;

/** The artist's other releases; only on pages that show some. */
export const moreStyles = `
.also h2 { margin-bottom: 12px }
.also ul { display: grid; grid-template-columns: repeat(3,minmax(0,1fr)); gap: 16px 12px }
.also .art { margin-bottom: 6px; border-radius: var(--small) }
.also a > b { display: block; font-size: 14px; font-weight: 500; line-height: 1.3 }
.also .facts { font-size: 13px }
.also a:hover b { text-decoration: underline; text-underline-offset: 3px }
`;

/** The share sheet. */
export const shareStyles = `
.share summary { display: flex; align-items: center; justify-content: center; min-height: 48px; border: 1px solid var(--line); border-radius: var(--radius); font-weight: 500; cursor: pointer }
.share summary:hover { border-color: var(--control) }
.share ul { display: grid; grid-template-columns: repeat(auto-fill,minmax(132px,1fr)); gap: 8px; padding-block: 12px }
.share li a { display: flex; align-items: center; min-height: 44px; padding: 4px 14px; border: 1px solid var(--line); border-radius: min(var(--radius),22px); background: var(--surface); font-size: 14px; font-weight: 500; line-height: 1.3 }
.share li a:hover { border-color: var(--control) }
`;
