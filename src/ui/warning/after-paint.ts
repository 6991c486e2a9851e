import { onFirstPaint } from './first-paint';

// The words stand in the page itself; its script, which brings the buttons, would keep them from their first paint.
onFirstPaint(() => void import('./warning')); // a second time is none
