import type { FrameFacts } from '../facts';

/** A frame smaller than this share of the tab is an inset: its words count by its size. */
const FULL_AREA = 0.5;

/** Strength of words in small print; those that the eye meets fully have 1. */
const SMALL_PRINT = 0.4;
/** What an inset counts, but for its size. */
const INSET = 0.2;

/** Whether a frame is the page itself, or takes the better part of the window. */
export const isLarge = (frame: FrameFacts): boolean => frame.top || frame.area >= FULL_AREA;

/** 0..1: how much of a frame's words the person meets, by its size. */
export function weightOf(frame: FrameFacts): number {
  return isLarge(frame) ? 1 : INSET + Math.max(0, frame.area);
}

/** How strongly words of a prominence are met in a frame. */
export const strengthIn = (frame: FrameFacts, prominence: number): number =>
  (SMALL_PRINT + (1 - SMALL_PRINT) * prominence) * weightOf(frame);
