export { startInternet, type Internet, type SeenRequest, type Site, type SiteAnswer, type SiteRequest } from './internet.js';
