export { startInternet, type Internet, type SeenRequest, type Site, type SiteAnswer, type SiteRequest } from './internet.js';
export { musicServiceKeys, musicServices, realCatalogue, type Fault, type MusicServices, type StandInRelease, type StandInService } from './music/index.js';
