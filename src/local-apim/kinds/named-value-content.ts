/** Named values. Source: reference/management-api.md §1.1 (limits), §2.6, §2.7 rows 27 and 30. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { incorrectField } from '../management-error.js';
import { refused, type ContentKind } from './content-kind.js';

const DISPLAY_NAME = /^[A-Za-z0-9\-._]{1,256}$/u;
const LONGEST_VALUE = 4096;
const MOST_TAGS = 32;
const SECRET_IDENTIFIER = /^https:\/\/[^/\s]+\/secrets\/[^/\s]+(?:\/[^/\s]+)?$/u;

/** Kept with its value, which only `listValue` gives out when it is a secret. */
export const NAMED_VALUE_CONTENT: ContentKind = {
  accept(properties, { name, before, service, isSeed = false }) {
    const { displayName, secret = false, tags = [], keyVault } = properties;
    if (typeof displayName !== 'string' || !DISPLAY_NAME.test(displayName)) {
      return refused(incorrectField('displayName', "'displayName' is required: 1 to 256 letters, digits, '-', '.' and '_'"));
    }
    const own = `namedValues/${name.ids[0] ?? ''}`.toLowerCase();
    const hasNamesake = [...service.store.items(), ...service.operations.running()].some(({ path, content }) => path.startsWith('namedValues/') && path.toLowerCase() !== own && content['displayName'] === displayName);
    if (hasNamesake) return refused(incorrectField('name', 'Property with the same name already exist.'));
    if (typeof secret !== 'boolean') return refused(incorrectField('secret', "Invalid field 'secret' specified"));
    if (!Array.isArray(tags) || tags.length > MOST_TAGS || !tags.every((tag) => typeof tag === 'string')) {
      return refused(incorrectField('tags', `'tags' are at most ${MOST_TAGS} texts`));
    }
    const common = { displayName, secret, tags };
    if (isJsonObject(keyVault)) {
      const { secretIdentifier, identityClientId } = keyVault;
      if (!secret) return refused(incorrectField('secret', "Invalid field 'secret' specified"));
      if (typeof secretIdentifier !== 'string' || !SECRET_IDENTIFIER.test(secretIdentifier)) {
        return refused(incorrectField('secretIdentifier', "'secretIdentifier' is required: https://<vault>/secrets/<name>, with or without a version"));
      }
      const vault = { secretIdentifier, ...(typeof identityClientId === 'string' ? { identityClientId } : {}) };
      return { kind: 'accepted', content: { ...common, keyVault: { ...vault, lastStatus: (isSeed ? keyVault['lastStatus'] : undefined) ?? earlierStatus(before, secretIdentifier) ?? fetchedNow() } } };
    }
    // A secret that is written without its value keeps the one it has: assumed, because nobody can send back what no GET gives.
    const value = properties['value'] ?? (secret && before?.['keyVault'] === undefined ? before?.['value'] : undefined);
    if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_VALUE) {
      return refused(incorrectField('value', `'value' is required: text of 1 to ${LONGEST_VALUE} characters`));
    }
    return { kind: 'accepted', content: { ...common, value } };
  },
  render: ({ value, ...rest }) => (rest['secret'] === true || value === undefined ? rest : { ...rest, value }),
};

/** What came of fetching the same secret before. */
function earlierStatus(before: JsonObject | undefined, secretIdentifier: string): Json | undefined {
  const keyVault = before?.['keyVault'];
  return isJsonObject(keyVault) && keyVault['secretIdentifier'] === secretIdentifier ? keyVault['lastStatus'] : undefined;
}

/** `lastStatus` of a secret that has just been fetched: it never fails, unless a seed says so. */
export function fetchedNow(): JsonObject {
  return { code: 'Success', timeStampUtc: new Date().toISOString() };
}

/** What `listValue` gives. Of a secret in a vault, which is never asked, the words say so. */
export function valueOf(content: JsonObject): string {
  const { value, keyVault } = content;
  return typeof value === 'string' ? value : `the value of ${isJsonObject(keyVault) ? String(keyVault['secretIdentifier']) : 'nothing'}`;
}
