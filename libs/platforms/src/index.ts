export type { ActionLabel, Entity, PlatformKind, Territories } from './platform.js';
export { appLink, monogram, platformById, platformName, platformRank, platforms, type AppLink, type Platform, type PlatformMark } from './platforms.js';
export { markGrid } from './marks.generated.js';
export { pasteLimits, readPastedLinks, type ExistingLink, type PastedLink } from './pasted-links.js';
export { canonical, recognise, recogniseAny } from './recognise.js';
export type { NotUnderstood, NotUnderstoodCode, Recognised, Recognition } from './recognition.js';
export { socialMark } from './social-marks.js';
export { asStoreLink } from './store-link.js';
