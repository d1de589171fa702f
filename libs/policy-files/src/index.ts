export * from './read-catalogue.js';
