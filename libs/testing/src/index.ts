export * from './databases.js';
export * from './mailbox.js';
