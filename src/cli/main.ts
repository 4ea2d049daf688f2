/** The program `aoai-policy`. */
import { runCli } from './run-cli.js';

void runCli(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
