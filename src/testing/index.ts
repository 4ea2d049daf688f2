/** What tests import from 'aoai-policy/testing'. */
export { policyDifference } from './policy-difference.js';
export { policyXml } from './policy-xml.js';
