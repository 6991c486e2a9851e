/** `npm run build [-- chrome|firefox]`: both builds, dist/chrome and dist/firefox, from one source. */
import { buildExtension, distFolder, TARGETS, type Target } from '../tests/rig/dist';

const asked = process.argv.slice(2).map((word): Target => {
  const target = TARGETS.find((one) => one === word);
  if (target === undefined)
    throw new Error(`"${word}" is nothing that is built here: say ${TARGETS.join(' or ')}.`);
  return target;
});

for (const target of asked.length > 0 ? asked : TARGETS) {
  const start = Date.now();
  console.log(`Building ${target}…`);
  await buildExtension(target);
  console.log(`  ${distFolder(target)} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
