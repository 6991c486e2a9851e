/**
 * For what only root may do, and only on Linux does so: mounts that one test sees. A test that cannot be run has
 * failed: skipped in silence it would look like one that passed.
 * @throws one clear line where this process is not root on Linux
 */
export function needRoot(what: string): void {
  if (process.platform === 'linux' && process.getuid?.() === 0) return;
  throw new Error(`${what} can only be tried as root on Linux: sudo npm test.`);
}
