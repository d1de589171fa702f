export * from './fen.js';
export * from './ratio.js';
export * from './split.js';
export * from './yuan.js';
