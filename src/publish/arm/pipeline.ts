/** The types of the SDK's pipeline, taken from its client, so that no package is named that is not declared. */
import type { ApiManagementClient } from '@azure/arm-apimanagement';

export type Pipeline = ApiManagementClient['pipeline'];
export type PipelinePolicy = Parameters<Pipeline['addPolicy']>[0];
export type PipelineRequest = Parameters<PipelinePolicy['sendRequest']>[0];
export type PipelineResponse = Awaited<ReturnType<PipelinePolicy['sendRequest']>>;
