export { languages, type Language } from '@lynkify/domain';
