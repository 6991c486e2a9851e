/** `npm run build [-- chrome|firefox]`: both builds, dist/chrome and dist/firefox, from one source. */
import { buildExtension, distFolder, TARGETS, type Target } from '../tests/rig/dist';

const asked = process.argv
  .slice(2)
  .filter((word): word is Target => (TARGETS as readonly string[]).includes(word));

for (const target of asked.length > 0 ? asked : TARGETS) {
  const start = Date.now();
  console.log(`Building ${target}…`);
  await buildExtension(target);
  console.log(`  ${distFolder(target)} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
