/** The program `aoai-policy`. */
import { runCli } from './run-cli.js';

// All output is written by now, synchronously; ending here spares the process from giving back its memory piece by piece.
void runCli(process.argv.slice(2)).then((exitCode) => process.exit(exitCode));
