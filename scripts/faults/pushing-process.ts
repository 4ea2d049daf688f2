/** The process that is killed: pushes the second version of a world, or rolls that back, tells what it does, and ends. Bundled and started by killed-push.ts. */
import process from 'node:process';
import { inspect } from 'node:util';
import { fastClock } from './fast-clock.js';
import { type Pushing, pushOnce, rollBackOnce, SHORT_TIMEOUT } from './push-once.js';
import { SeededRandom } from './seeded-random.js';
import { worldOf } from './world.js';

const [deed = '', seed = '', endpoint = '', folder = ''] = process.argv.slice(2);
const random = new SeededRandom(Number(seed));
const pushing: Pushing = {
  endpoint, folder, clock: fastClock(), token: process.env['AOAI_POLICY_TOKEN'] ?? '', rollsBack: true, requestTimeout: SHORT_TIMEOUT, random: () => random.next(),
};
const { events, result, failure } = await (deed === 'rollback' ? rollBackOnce(pushing) : pushOnce(worldOf(Number(seed)).second, pushing));
for (const event of events) console.error(JSON.stringify(event));
console.log(JSON.stringify({ outcome: result?.outcome, resources: result?.resources.map(({ address, state, error }) => ({ address, state, error: error && inspect(error) })), failure: failure && inspect(failure) }));
