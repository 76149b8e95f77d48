export { apart, counted, listed, type Forms } from '@lynkify/domain';
