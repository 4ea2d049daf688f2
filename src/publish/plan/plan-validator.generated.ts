// Generated from schemas/plan.schema.json by scripts/generate-validators.ts: node --import tsx scripts/generate-validators.ts
// @ts-nocheck: the code is generated; its type is the one declared here.
import type { SchemaError } from '../../project/schema-error.js';

/** What is wrong with a saved plan; empty when nothing is. */
export function planErrors(value: unknown): readonly SchemaError[] {
  return validate(value) ? [] : validate.errors;
}

const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"aoai-policy plan","description":"A plan as aoai-policy plan --out saves it: what a push would do, bound to what was seen of the service. It holds no content of any resource and no secret.","type":"object","additionalProperties":false,"required":["version","target","changes","unchanged","drift","skipped","notes","checksum"],"properties":{"version":{"description":"Goes up when plans of one version cannot be read as plans of another.","const":1},"target":{"description":"The service.","type":"object","additionalProperties":false,"required":["environment","cloud","subscription","resourceGroup","service"],"properties":{"environment":{"type":"string","description":"The key in the configuration's environments."},"cloud":{"enum":["public","us-government","china"]},"tenant":{"type":"string"},"subscription":{"type":"string"},"resourceGroup":{"type":"string"},"service":{"type":"string"},"endpoint":{"type":"string","description":"Of a management endpoint on this machine."},"apiVersion":{"type":"string"}}},"changes":{"description":"In an order in which they can be made.","type":"array","items":{"$ref":"#/definitions/change"}},"unchanged":{"type":"array","items":{"$ref":"#/definitions/address"}},"drift":{"description":"What others have changed since the last push.","type":"array","items":{"type":"object","additionalProperties":false,"required":["address","kind","overwritten"],"properties":{"address":{"$ref":"#/definitions/address"},"kind":{"enum":["changed","gone"]},"overwritten":{"type":"boolean","description":"Whether a push would write over it."}}}},"skipped":{"description":"What the project holds and is not published.","type":"array","items":{"type":"object","additionalProperties":false,"required":["source","reason"],"properties":{"source":{"type":"string"},"reason":{"type":"string"}}}},"notes":{"type":"array","items":{"type":"string"}},"checksum":{"type":"string","description":"SHA-256 of all the rest: a plan that was edited is refused.","pattern":"^[0-9a-f]{64}$"}},"definitions":{"address":{"type":"string","description":"The ARM path below the service, in short: apis/chat/operations/complete/policy.","pattern":"."},"digest":{"type":"string","description":"SHA-256 of the canonical content, secrets aside.","pattern":"^[0-9a-f]{64}$"},"change":{"type":"object","additionalProperties":false,"required":["address","action","drifted","changes","needs"],"properties":{"address":{"$ref":"#/definitions/address"},"action":{"enum":["create","update","replace","delete"]},"etag":{"type":"string","description":"Of what stood there, with its quotes; absent for create."},"beforeDigest":{"$ref":"#/definitions/digest"},"afterDigest":{"$ref":"#/definitions/digest"},"drifted":{"type":"boolean","description":"Whether others have changed it since the last push."},"changes":{"description":"For people; secrets are covered.","type":"array","items":{"$ref":"#/definitions/contentChange"}},"needs":{"description":"What has to be written before.","type":"array","items":{"$ref":"#/definitions/address"}}}},"contentChange":{"type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"enum":["added","removed","changed"]},"path":{"type":"string","description":"inbound/choose[1]/when[2]/@condition"},"before":{"type":"string"},"after":{"type":"string"}}}}};
const schema13 = {"type":"string","description":"The ARM path below the service, in short: apis/chat/operations/complete/policy.","pattern":"."};
const schema12 = {"type":"object","additionalProperties":false,"required":["address","action","drifted","changes","needs"],"properties":{"address":{"$ref":"#/definitions/address"},"action":{"enum":["create","update","replace","delete"]},"etag":{"type":"string","description":"Of what stood there, with its quotes; absent for create."},"beforeDigest":{"$ref":"#/definitions/digest"},"afterDigest":{"$ref":"#/definitions/digest"},"drifted":{"type":"boolean","description":"Whether others have changed it since the last push."},"changes":{"description":"For people; secrets are covered.","type":"array","items":{"$ref":"#/definitions/contentChange"}},"needs":{"description":"What has to be written before.","type":"array","items":{"$ref":"#/definitions/address"}}}};
const schema14 = {"type":"string","description":"SHA-256 of the canonical content, secrets aside.","pattern":"^[0-9a-f]{64}$"};
const schema16 = {"type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"enum":["added","removed","changed"]},"path":{"type":"string","description":"inbound/choose[1]/when[2]/@condition"},"before":{"type":"string"},"after":{"type":"string"}}};
const pattern0 = new RegExp(".", "u");
const pattern1 = new RegExp("^[0-9a-f]{64}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.address === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "address"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.action === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.drifted === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "drifted"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.changes === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.needs === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "needs"},schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "address") || (key0 === "action")) || (key0 === "etag")) || (key0 === "beforeDigest")) || (key0 === "afterDigest")) || (key0 === "drifted")) || (key0 === "changes")) || (key0 === "needs"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.address !== undefined){
let data0 = data.address;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err6 = {instancePath:instancePath+"/address",schemaPath:"#/definitions/address/pattern",keyword:"pattern",params:{pattern: "."},schema:".",parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/address",schemaPath:"#/definitions/address/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.action !== undefined){
let data1 = data.action;
if(!((((data1 === "create") || (data1 === "update")) || (data1 === "replace")) || (data1 === "delete"))){
const err8 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema12.properties.action.enum},schema:schema12.properties.action.enum,parentSchema:schema12.properties.action,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.etag !== undefined){
let data2 = data.etag;
if(typeof data2 !== "string"){
const err9 = {instancePath:instancePath+"/etag",schemaPath:"#/properties/etag/type",keyword:"type",params:{type: "string"},schema:schema12.properties.etag.type,parentSchema:schema12.properties.etag,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.beforeDigest !== undefined){
let data3 = data.beforeDigest;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err10 = {instancePath:instancePath+"/beforeDigest",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},schema:"^[0-9a-f]{64}$",parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/beforeDigest",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.afterDigest !== undefined){
let data4 = data.afterDigest;
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err12 = {instancePath:instancePath+"/afterDigest",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},schema:"^[0-9a-f]{64}$",parentSchema:schema14,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/afterDigest",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.drifted !== undefined){
let data5 = data.drifted;
if(typeof data5 !== "boolean"){
const err14 = {instancePath:instancePath+"/drifted",schemaPath:"#/properties/drifted/type",keyword:"type",params:{type: "boolean"},schema:schema12.properties.drifted.type,parentSchema:schema12.properties.drifted,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.changes !== undefined){
let data6 = data.changes;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.kind === undefined){
const err15 = {instancePath:instancePath+"/changes/" + i0,schemaPath:"#/definitions/contentChange/required",keyword:"required",params:{missingProperty: "kind"},schema:schema16.required,parentSchema:schema16,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data7.path === undefined){
const err16 = {instancePath:instancePath+"/changes/" + i0,schemaPath:"#/definitions/contentChange/required",keyword:"required",params:{missingProperty: "path"},schema:schema16.required,parentSchema:schema16,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data7){
if(!((((key1 === "kind") || (key1 === "path")) || (key1 === "before")) || (key1 === "after"))){
const err17 = {instancePath:instancePath+"/changes/" + i0,schemaPath:"#/definitions/contentChange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema16,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.kind !== undefined){
let data8 = data7.kind;
if(!(((data8 === "added") || (data8 === "removed")) || (data8 === "changed"))){
const err18 = {instancePath:instancePath+"/changes/" + i0+"/kind",schemaPath:"#/definitions/contentChange/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.kind.enum},schema:schema16.properties.kind.enum,parentSchema:schema16.properties.kind,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.path !== undefined){
let data9 = data7.path;
if(typeof data9 !== "string"){
const err19 = {instancePath:instancePath+"/changes/" + i0+"/path",schemaPath:"#/definitions/contentChange/properties/path/type",keyword:"type",params:{type: "string"},schema:schema16.properties.path.type,parentSchema:schema16.properties.path,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.before !== undefined){
let data10 = data7.before;
if(typeof data10 !== "string"){
const err20 = {instancePath:instancePath+"/changes/" + i0+"/before",schemaPath:"#/definitions/contentChange/properties/before/type",keyword:"type",params:{type: "string"},schema:schema16.properties.before.type,parentSchema:schema16.properties.before,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.after !== undefined){
let data11 = data7.after;
if(typeof data11 !== "string"){
const err21 = {instancePath:instancePath+"/changes/" + i0+"/after",schemaPath:"#/definitions/contentChange/properties/after/type",keyword:"type",params:{type: "string"},schema:schema16.properties.after.type,parentSchema:schema16.properties.after,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/changes/" + i0,schemaPath:"#/definitions/contentChange/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/type",keyword:"type",params:{type: "array"},schema:schema12.properties.changes.type,parentSchema:schema12.properties.changes,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.needs !== undefined){
let data12 = data.needs;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
const err24 = {instancePath:instancePath+"/needs/" + i1,schemaPath:"#/definitions/address/pattern",keyword:"pattern",params:{pattern: "."},schema:".",parentSchema:schema13,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/needs/" + i1,schemaPath:"#/definitions/address/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/needs",schemaPath:"#/properties/needs/type",keyword:"type",params:{type: "array"},schema:schema12.properties.needs.type,parentSchema:schema12.properties.needs,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.target === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.changes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "changes"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.unchanged === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "unchanged"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.drift === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "drift"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.skipped === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "skipped"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.notes === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "notes"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.checksum === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "checksum"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "version") || (key0 === "target")) || (key0 === "changes")) || (key0 === "unchanged")) || (key0 === "drift")) || (key0 === "skipped")) || (key0 === "notes")) || (key0 === "checksum"))){
const err8 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.version !== undefined){
let data0 = data.version;
if(1 !== data0){
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},schema:1,parentSchema:schema11.properties.version,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.target !== undefined){
let data1 = data.target;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.environment === undefined){
const err10 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "environment"},schema:schema11.properties.target.required,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data1.cloud === undefined){
const err11 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "cloud"},schema:schema11.properties.target.required,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data1.subscription === undefined){
const err12 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "subscription"},schema:schema11.properties.target.required,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data1.resourceGroup === undefined){
const err13 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "resourceGroup"},schema:schema11.properties.target.required,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data1.service === undefined){
const err14 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "service"},schema:schema11.properties.target.required,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data1){
if(!((((((((key1 === "environment") || (key1 === "cloud")) || (key1 === "tenant")) || (key1 === "subscription")) || (key1 === "resourceGroup")) || (key1 === "service")) || (key1 === "endpoint")) || (key1 === "apiVersion"))){
const err15 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data1.environment !== undefined){
let data2 = data1.environment;
if(typeof data2 !== "string"){
const err16 = {instancePath:instancePath+"/target/environment",schemaPath:"#/properties/target/properties/environment/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.environment.type,parentSchema:schema11.properties.target.properties.environment,data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data1.cloud !== undefined){
let data3 = data1.cloud;
if(!(((data3 === "public") || (data3 === "us-government")) || (data3 === "china"))){
const err17 = {instancePath:instancePath+"/target/cloud",schemaPath:"#/properties/target/properties/cloud/enum",keyword:"enum",params:{allowedValues: schema11.properties.target.properties.cloud.enum},schema:schema11.properties.target.properties.cloud.enum,parentSchema:schema11.properties.target.properties.cloud,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.tenant !== undefined){
let data4 = data1.tenant;
if(typeof data4 !== "string"){
const err18 = {instancePath:instancePath+"/target/tenant",schemaPath:"#/properties/target/properties/tenant/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.tenant.type,parentSchema:schema11.properties.target.properties.tenant,data:data4};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data1.subscription !== undefined){
let data5 = data1.subscription;
if(typeof data5 !== "string"){
const err19 = {instancePath:instancePath+"/target/subscription",schemaPath:"#/properties/target/properties/subscription/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.subscription.type,parentSchema:schema11.properties.target.properties.subscription,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.resourceGroup !== undefined){
let data6 = data1.resourceGroup;
if(typeof data6 !== "string"){
const err20 = {instancePath:instancePath+"/target/resourceGroup",schemaPath:"#/properties/target/properties/resourceGroup/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.resourceGroup.type,parentSchema:schema11.properties.target.properties.resourceGroup,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data1.service !== undefined){
let data7 = data1.service;
if(typeof data7 !== "string"){
const err21 = {instancePath:instancePath+"/target/service",schemaPath:"#/properties/target/properties/service/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.service.type,parentSchema:schema11.properties.target.properties.service,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data1.endpoint !== undefined){
let data8 = data1.endpoint;
if(typeof data8 !== "string"){
const err22 = {instancePath:instancePath+"/target/endpoint",schemaPath:"#/properties/target/properties/endpoint/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.endpoint.type,parentSchema:schema11.properties.target.properties.endpoint,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data1.apiVersion !== undefined){
let data9 = data1.apiVersion;
if(typeof data9 !== "string"){
const err23 = {instancePath:instancePath+"/target/apiVersion",schemaPath:"#/properties/target/properties/apiVersion/type",keyword:"type",params:{type: "string"},schema:schema11.properties.target.properties.apiVersion.type,parentSchema:schema11.properties.target.properties.apiVersion,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "object"},schema:schema11.properties.target.type,parentSchema:schema11.properties.target,data:data1};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.changes !== undefined){
let data10 = data.changes;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate11(data10[i0], {instancePath:instancePath+"/changes/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/type",keyword:"type",params:{type: "array"},schema:schema11.properties.changes.type,parentSchema:schema11.properties.changes,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.unchanged !== undefined){
let data12 = data.unchanged;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
const err26 = {instancePath:instancePath+"/unchanged/" + i1,schemaPath:"#/definitions/address/pattern",keyword:"pattern",params:{pattern: "."},schema:".",parentSchema:schema13,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/unchanged/" + i1,schemaPath:"#/definitions/address/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/unchanged",schemaPath:"#/properties/unchanged/type",keyword:"type",params:{type: "array"},schema:schema11.properties.unchanged.type,parentSchema:schema11.properties.unchanged,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.drift !== undefined){
let data14 = data.drift;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.address === undefined){
const err29 = {instancePath:instancePath+"/drift/" + i2,schemaPath:"#/properties/drift/items/required",keyword:"required",params:{missingProperty: "address"},schema:schema11.properties.drift.items.required,parentSchema:schema11.properties.drift.items,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data15.kind === undefined){
const err30 = {instancePath:instancePath+"/drift/" + i2,schemaPath:"#/properties/drift/items/required",keyword:"required",params:{missingProperty: "kind"},schema:schema11.properties.drift.items.required,parentSchema:schema11.properties.drift.items,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data15.overwritten === undefined){
const err31 = {instancePath:instancePath+"/drift/" + i2,schemaPath:"#/properties/drift/items/required",keyword:"required",params:{missingProperty: "overwritten"},schema:schema11.properties.drift.items.required,parentSchema:schema11.properties.drift.items,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key2 in data15){
if(!(((key2 === "address") || (key2 === "kind")) || (key2 === "overwritten"))){
const err32 = {instancePath:instancePath+"/drift/" + i2,schemaPath:"#/properties/drift/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema11.properties.drift.items,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data15.address !== undefined){
let data16 = data15.address;
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err33 = {instancePath:instancePath+"/drift/" + i2+"/address",schemaPath:"#/definitions/address/pattern",keyword:"pattern",params:{pattern: "."},schema:".",parentSchema:schema13,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/drift/" + i2+"/address",schemaPath:"#/definitions/address/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.kind !== undefined){
let data17 = data15.kind;
if(!((data17 === "changed") || (data17 === "gone"))){
const err35 = {instancePath:instancePath+"/drift/" + i2+"/kind",schemaPath:"#/properties/drift/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.drift.items.properties.kind.enum},schema:schema11.properties.drift.items.properties.kind.enum,parentSchema:schema11.properties.drift.items.properties.kind,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.overwritten !== undefined){
let data18 = data15.overwritten;
if(typeof data18 !== "boolean"){
const err36 = {instancePath:instancePath+"/drift/" + i2+"/overwritten",schemaPath:"#/properties/drift/items/properties/overwritten/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.drift.items.properties.overwritten.type,parentSchema:schema11.properties.drift.items.properties.overwritten,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/drift/" + i2,schemaPath:"#/properties/drift/items/type",keyword:"type",params:{type: "object"},schema:schema11.properties.drift.items.type,parentSchema:schema11.properties.drift.items,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/drift",schemaPath:"#/properties/drift/type",keyword:"type",params:{type: "array"},schema:schema11.properties.drift.type,parentSchema:schema11.properties.drift,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.skipped !== undefined){
let data19 = data.skipped;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.source === undefined){
const err39 = {instancePath:instancePath+"/skipped/" + i3,schemaPath:"#/properties/skipped/items/required",keyword:"required",params:{missingProperty: "source"},schema:schema11.properties.skipped.items.required,parentSchema:schema11.properties.skipped.items,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data20.reason === undefined){
const err40 = {instancePath:instancePath+"/skipped/" + i3,schemaPath:"#/properties/skipped/items/required",keyword:"required",params:{missingProperty: "reason"},schema:schema11.properties.skipped.items.required,parentSchema:schema11.properties.skipped.items,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key3 in data20){
if(!((key3 === "source") || (key3 === "reason"))){
const err41 = {instancePath:instancePath+"/skipped/" + i3,schemaPath:"#/properties/skipped/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema11.properties.skipped.items,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data20.source !== undefined){
let data21 = data20.source;
if(typeof data21 !== "string"){
const err42 = {instancePath:instancePath+"/skipped/" + i3+"/source",schemaPath:"#/properties/skipped/items/properties/source/type",keyword:"type",params:{type: "string"},schema:schema11.properties.skipped.items.properties.source.type,parentSchema:schema11.properties.skipped.items.properties.source,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data20.reason !== undefined){
let data22 = data20.reason;
if(typeof data22 !== "string"){
const err43 = {instancePath:instancePath+"/skipped/" + i3+"/reason",schemaPath:"#/properties/skipped/items/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema11.properties.skipped.items.properties.reason.type,parentSchema:schema11.properties.skipped.items.properties.reason,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/skipped/" + i3,schemaPath:"#/properties/skipped/items/type",keyword:"type",params:{type: "object"},schema:schema11.properties.skipped.items.type,parentSchema:schema11.properties.skipped.items,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/skipped",schemaPath:"#/properties/skipped/type",keyword:"type",params:{type: "array"},schema:schema11.properties.skipped.type,parentSchema:schema11.properties.skipped,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.notes !== undefined){
let data23 = data.notes;
if(Array.isArray(data23)){
const len4 = data23.length;
for(let i4=0; i4<len4; i4++){
let data24 = data23[i4];
if(typeof data24 !== "string"){
const err46 = {instancePath:instancePath+"/notes/" + i4,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},schema:schema11.properties.notes.items.type,parentSchema:schema11.properties.notes.items,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},schema:schema11.properties.notes.type,parentSchema:schema11.properties.notes,data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.checksum !== undefined){
let data25 = data.checksum;
if(typeof data25 === "string"){
if(!pattern1.test(data25)){
const err48 = {instancePath:instancePath+"/checksum",schemaPath:"#/properties/checksum/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},schema:"^[0-9a-f]{64}$",parentSchema:schema11.properties.checksum,data:data25};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/checksum",schemaPath:"#/properties/checksum/type",keyword:"type",params:{type: "string"},schema:schema11.properties.checksum.type,parentSchema:schema11.properties.checksum,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
