/** What the other parts of the system see of draws. */
export { decideDraw, drawRefusal, type DrawSample } from './decide-sample.js';
export { type Chance, type Sha256 } from './draw.js';
export type { DrawnList, SampleEvent } from './sample-event.js';
export { drawnText, redraw, type Redrawn } from './redraw.js';
