/** A push in a process of its own, which a test kills: `node push-program.mjs <endpoint> <folder> <value>`. */
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import { applyPlan } from '../../../src/publish/push/apply-plan.js';
import { header, planFor } from './planning.js';

const [endpoint = '', folder = '', value = ''] = process.argv.slice(2);
const target = { environment: 'dev', cloud: 'public', subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'local', service: 'local', endpoint } as const;
const arm = await connectArm(target, { environmentVariables: {} });
const plan = await planFor(arm, { 'apis/a/policy': header(value), 'apis/b/policy': header(value), 'apis/c/policy': header(value) });
await applyPlan(plan, arm, { folder, rollsBack: true, concurrency: 1 });
