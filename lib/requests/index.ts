// Every question one context may ask the background. What is marked `content-script` may come from Microsoft's page;
// all others only from our own pages (entrypoints/background/senders.ts).
export * from './backup';
export * from './evidence';
export * from './hosts';
export * from './imports';
export * from './records';
export * from './settings';
export * from './tab';
export * from './trail';
