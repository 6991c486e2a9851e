/**
 * A suspicious page that stops answering traps the person: no answer for so long (ms), in front or behind our warning.
 * Honest long tasks stay under it, and only pages already suspicious are watched at all.
 */
export const SILENT_MS = 2_500;

/** What comes this much later (ms) than it was due means that the machine slept: nobody is blamed for that gap. */
export const SLEPT_MS = 1_500;
