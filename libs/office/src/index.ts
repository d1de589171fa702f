export { EXCLUSIONS, exclusionsAmong, type Exclusion } from './exclusions.js';
