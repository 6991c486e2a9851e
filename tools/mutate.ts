/**
 * `npm run mutate [-- -m "src/background/close/*.ts"]`: breaks the code in one place after the other and looks whether
 * a test notices (Stryker, stryker.config.json). It takes hours; what follows `--` is for Stryker.
 */
import { handOver } from './test/steps';

await handOver('@stryker-mutator/core/bin/stryker.js', ['run', ...process.argv.slice(2)]);
