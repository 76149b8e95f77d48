export * from './browser.js';
export * from './databases.js';
export * from './installation.js';
export * from './mailbox.js';
export * from './random.js';
export * from './internet/index.js';
