/** Where information files stand in an apiops folder. Source: Azure/apiops, SampleArtifacts; Azure/apiops-cli, docs/reference/artifact-format.md. */
import { basename, dirname } from 'node:path';

/** Of what is declared by them alone: the folders of the kind, with and without spaces, by the name of the files. */
export const INFORMATION_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'backendInformation.json': ['backends'],
  'namedValueInformation.json': ['named values', 'namedValues'],
};

/** Whether a backend or a named value is declared there: `backends/<id>/backendInformation.json`. */
export function isInformationPath(path: string): boolean {
  return INFORMATION_FOLDERS[basename(path)]?.includes(basename(dirname(dirname(path)))) === true;
}
