'use strict'; // kept by the build: a function of the page that ours call can ask neither `caller` nor the stack for ours
import { makeClaims } from './claims';
import { installHook, type Hook } from './install';
import { openLine } from './line';
import type { PageWindow } from './natives';

/**
 * Runs in the page's world before its first script, in every frame: counts the browser calls that lockers abuse,
 * tells the isolated script of them before they block, and can take the sting out of them after a verdict.
 */
try {
  let hook: Hook | null = null;
  const send = openLine((order) => hook?.[order]());
  hook = installHook(window as PageWindow, makeClaims(send));
} catch {
  // A page we cannot watch is still a page that must work.
}
