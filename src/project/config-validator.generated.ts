// Generated from schemas/config.schema.json by scripts/generate-validators.ts: node --import tsx scripts/generate-validators.ts
// @ts-nocheck: the code is generated; its type is the one declared here.
import type { SchemaError } from './schema-error.js';

/** What is wrong with a configuration; empty when nothing is. */
export function configErrors(value: unknown): readonly SchemaError[] {
  return validate(value) ? [] : validate.errors;
}

const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"aoai-policy configuration","description":"The content of aoai-policy.config.ts, .js, .mjs, .json or .jsonc. Every key is optional; paths are relative to the file.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","description":"Where editors find this schema."},"policies":{"description":"Where policies are looked for when no path is given: globs.","type":"array","items":{"type":"string"},"default":["**/*.xml","**/*.policy.ts","**/policies/**/*.ts"]},"out":{"description":"The folder that build writes to. Files in it are not looked at when policies are looked for.","type":"string","default":"out"},"content":{"description":"How expressions are written: rawxml (unescaped) or xml (escaped).","enum":["rawxml","xml"],"default":"rawxml"},"comments":{"description":"Whether build writes comments; by default it does not, because the service may drop those inside of policies.","type":"boolean","default":false},"extends":{"description":"The set of rules to start from: recommended, strict (more rules), or all.","enum":["recommended","strict","all"],"default":"recommended"},"rules":{"description":"Level of each rule, by its id; it goes over the set.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","patternErrorMessage":"is no rule id: ids are words in lower case joined by '-'"},"additionalProperties":{"enum":["off","info","warning","error"]},"default":{}},"overrides":{"description":"Levels for some files, which go over rules; a later one goes over an earlier one. files: globs, a folder stands for all below.","type":"array","items":{"$ref":"#/definitions/override"},"default":[]},"gateway":{"description":"The gateways the policies run on. A policy that one of them lacks is an error; without this key no gateway is assumed.","anyOf":[{"$ref":"#/definitions/gateway"},{"type":"array","items":{"$ref":"#/definitions/gateway"}}]},"cloud":{"description":"The Azure cloud that the policies run in; without it rules look at what each document says of its own.","enum":["public","us-government","china"]},"failOn":{"description":"The least severity that makes the exit code 1.","enum":["info","warning","error"],"default":"error"},"artifacts":{"description":"The folder that apiops extracts to: the policy.xml that stands right in it is the global one. Without this key a folder counts when the folders of apiops stand beside its policy.xml.","type":"string"},"environments":{"description":"The services that plan, push and pull work on, by name.","type":"object","propertyNames":{"pattern":"^[a-z0-9][a-z0-9-]{0,62}$","patternErrorMessage":"is no name of an environment: names have lower-case letters, digits and '-', because folders are named after them"},"additionalProperties":{"$ref":"#/definitions/environment"},"default":{}}},"definitions":{"environment":{"description":"One service, and what is other there than in the project. Only endpoint, for a management endpoint on this machine, makes up for subscription, resourceGroup and service.","type":"object","additionalProperties":false,"if":{"not":{"required":["endpoint"]}},"then":{"required":["subscription","resourceGroup","service"]},"properties":{"cloud":{"description":"The Azure cloud; without it the cloud of the configuration, else public.","enum":["public","us-government","china"]},"tenant":{"description":"Microsoft Entra tenant: its GUID or domain. Left to the sign-in without it.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9.-]*$","patternErrorMessage":"is no tenant: write its GUID or domain"},"subscription":{"description":"The subscription's GUID.","type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"is no subscription: write its id, a GUID, as 'az account show --query id' prints it"},"resourceGroup":{"type":"string","pattern":"^[-\\p{L}\\p{N}_.()]{0,89}[-\\p{L}\\p{N}_()]$","patternErrorMessage":"is no name of a resource group: up to 90 letters, digits and '-', '_', '.', '(', ')', without a full stop at the end"},"service":{"description":"The name of the API Management service.","type":"string","pattern":"^[a-zA-Z]([a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$","patternErrorMessage":"is no name of a service: up to 50 letters, digits and '-', a letter first and no '-' last; it is the name alone, without .azure-api.net"},"endpoint":{"description":"A management endpoint on this machine, such as aoai-policy local gives: http://127.0.0.1:<port>. No token of yours is sent to it.","type":"string","pattern":"^https?://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]{1,5})?/?$","patternErrorMessage":"is no endpoint on this machine, as http://127.0.0.1:8043 is; the endpoints of Azure follow from cloud"},"apiVersion":{"description":"Version of the management API, for clouds that lag behind; 2024-05-01 without it.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$","patternErrorMessage":"is no version of the management API, as 2024-05-01 is"},"backends":{"description":"What is other about backends and pools there, by their names in the project.","type":"object","additionalProperties":{"$ref":"#/definitions/backendOverride"}},"namedValues":{"description":"What is other about named values there, by their names in the project.","type":"object","additionalProperties":{"$ref":"#/definitions/namedValueOverride"}},"parallel":{"description":"Requests under way at once; 5 without it.","type":"integer","minimum":1,"maximum":20}}},"backendOverride":{"description":"Takes the place of what the project says of a backend or pool.","type":"object","additionalProperties":false,"properties":{"url":{"description":"Of a backend.","type":"string","pattern":"[^/]$","patternErrorMessage":"is no url that API Management takes: it has no slash at its end"},"description":{"type":"string"},"circuitBreaker":{"$ref":"#/definitions/circuitBreaker"},"services":{"description":"The members of a pool.","type":"array","minItems":1,"maxItems":30,"items":{"$ref":"#/definitions/poolService"}}}},"circuitBreaker":{"description":"Of a backend, as circuitBreaker() makes it.","type":"object","additionalProperties":false,"required":["name","failureCondition","tripDuration","acceptRetryAfter"],"properties":{"name":{"type":"string"},"failureCondition":{"description":"One of count and percentage.","type":"object","additionalProperties":false,"required":["interval","statusCodeRanges"],"properties":{"count":{"type":"integer","minimum":1},"percentage":{"type":"integer","minimum":1,"maximum":100},"interval":{"$ref":"#/definitions/duration"},"statusCodeRanges":{"type":"array","items":{"$ref":"#/definitions/statusCodeRange"}},"errorReasons":{"type":"array","items":{"type":"string"}}}},"tripDuration":{"$ref":"#/definitions/duration"},"acceptRetryAfter":{"type":"boolean"}}},"statusCodeRange":{"type":"object","additionalProperties":false,"required":["min","max"],"properties":{"min":{"type":"integer","minimum":200,"maximum":599},"max":{"type":"integer","minimum":200,"maximum":599}}},"poolService":{"type":"object","additionalProperties":false,"required":["backend"],"properties":{"backend":{"description":"The name of a backend.","type":"string"},"priority":{"type":"integer","minimum":0,"maximum":100},"weight":{"type":"integer","minimum":0,"maximum":100}}},"duration":{"description":"ISO 8601.","type":"string","pattern":"^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$","patternErrorMessage":"is no duration in the form of ISO 8601, as PT30S is"},"namedValueOverride":{"description":"Where the value comes from: one of value, environmentVariable (a secret that push takes from there) and secretIdentifier (the URL of a Key Vault secret).","type":"object","additionalProperties":false,"properties":{"value":{"type":"string"},"environmentVariable":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"is no name of an environment variable"},"secretIdentifier":{"type":"string","pattern":"^https://","patternErrorMessage":"is no URL of a Key Vault secret, as https://contoso.vault.azure.net/secrets/key is"},"identityClientId":{"description":"Client id of the user-assigned identity that reads the secret.","type":"string"}}},"gateway":{"enum":["classic","v2","consumption","self-hosted","workspace"]},"override":{"description":"files: globs; rules: levels by id","type":"object","additionalProperties":false,"required":["files","rules"],"properties":{"files":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"rules":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","patternErrorMessage":"is no rule id: ids are words in lower case joined by '-'"},"additionalProperties":{"enum":["off","info","warning","error"]}}}}}};
const schema12 = {"description":"files: globs; rules: levels by id","type":"object","additionalProperties":false,"required":["files","rules"],"properties":{"files":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"rules":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","patternErrorMessage":"is no rule id: ids are words in lower case joined by '-'"},"additionalProperties":{"enum":["off","info","warning","error"]}}}};
const schema13 = {"enum":["classic","v2","consumption","self-hosted","workspace"]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern2 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
const schema15 = {"description":"One service, and what is other there than in the project. Only endpoint, for a management endpoint on this machine, makes up for subscription, resourceGroup and service.","type":"object","additionalProperties":false,"if":{"not":{"required":["endpoint"]}},"then":{"required":["subscription","resourceGroup","service"]},"properties":{"cloud":{"description":"The Azure cloud; without it the cloud of the configuration, else public.","enum":["public","us-government","china"]},"tenant":{"description":"Microsoft Entra tenant: its GUID or domain. Left to the sign-in without it.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9.-]*$","patternErrorMessage":"is no tenant: write its GUID or domain"},"subscription":{"description":"The subscription's GUID.","type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","patternErrorMessage":"is no subscription: write its id, a GUID, as 'az account show --query id' prints it"},"resourceGroup":{"type":"string","pattern":"^[-\\p{L}\\p{N}_.()]{0,89}[-\\p{L}\\p{N}_()]$","patternErrorMessage":"is no name of a resource group: up to 90 letters, digits and '-', '_', '.', '(', ')', without a full stop at the end"},"service":{"description":"The name of the API Management service.","type":"string","pattern":"^[a-zA-Z]([a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$","patternErrorMessage":"is no name of a service: up to 50 letters, digits and '-', a letter first and no '-' last; it is the name alone, without .azure-api.net"},"endpoint":{"description":"A management endpoint on this machine, such as aoai-policy local gives: http://127.0.0.1:<port>. No token of yours is sent to it.","type":"string","pattern":"^https?://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]{1,5})?/?$","patternErrorMessage":"is no endpoint on this machine, as http://127.0.0.1:8043 is; the endpoints of Azure follow from cloud"},"apiVersion":{"description":"Version of the management API, for clouds that lag behind; 2024-05-01 without it.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$","patternErrorMessage":"is no version of the management API, as 2024-05-01 is"},"backends":{"description":"What is other about backends and pools there, by their names in the project.","type":"object","additionalProperties":{"$ref":"#/definitions/backendOverride"}},"namedValues":{"description":"What is other about named values there, by their names in the project.","type":"object","additionalProperties":{"$ref":"#/definitions/namedValueOverride"}},"parallel":{"description":"Requests under way at once; 5 without it.","type":"integer","minimum":1,"maximum":20}}};
const schema22 = {"description":"Where the value comes from: one of value, environmentVariable (a secret that push takes from there) and secretIdentifier (the URL of a Key Vault secret).","type":"object","additionalProperties":false,"properties":{"value":{"type":"string"},"environmentVariable":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","patternErrorMessage":"is no name of an environment variable"},"secretIdentifier":{"type":"string","pattern":"^https://","patternErrorMessage":"is no URL of a Key Vault secret, as https://contoso.vault.azure.net/secrets/key is"},"identityClientId":{"description":"Client id of the user-assigned identity that reads the secret.","type":"string"}}};
const pattern3 = new RegExp("^[A-Za-z0-9][A-Za-z0-9.-]*$", "u");
const pattern4 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern5 = new RegExp("^[-\\p{L}\\p{N}_.()]{0,89}[-\\p{L}\\p{N}_()]$", "u");
const pattern6 = new RegExp("^[a-zA-Z]([a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$", "u");
const pattern7 = new RegExp("^https?://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]{1,5})?/?$", "u");
const pattern8 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$", "u");
const pattern12 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern13 = new RegExp("^https://", "u");
const schema16 = {"description":"Takes the place of what the project says of a backend or pool.","type":"object","additionalProperties":false,"properties":{"url":{"description":"Of a backend.","type":"string","pattern":"[^/]$","patternErrorMessage":"is no url that API Management takes: it has no slash at its end"},"description":{"type":"string"},"circuitBreaker":{"$ref":"#/definitions/circuitBreaker"},"services":{"description":"The members of a pool.","type":"array","minItems":1,"maxItems":30,"items":{"$ref":"#/definitions/poolService"}}}};
const schema21 = {"type":"object","additionalProperties":false,"required":["backend"],"properties":{"backend":{"description":"The name of a backend.","type":"string"},"priority":{"type":"integer","minimum":0,"maximum":100},"weight":{"type":"integer","minimum":0,"maximum":100}}};
const pattern9 = new RegExp("[^/]$", "u");
const schema17 = {"description":"Of a backend, as circuitBreaker() makes it.","type":"object","additionalProperties":false,"required":["name","failureCondition","tripDuration","acceptRetryAfter"],"properties":{"name":{"type":"string"},"failureCondition":{"description":"One of count and percentage.","type":"object","additionalProperties":false,"required":["interval","statusCodeRanges"],"properties":{"count":{"type":"integer","minimum":1},"percentage":{"type":"integer","minimum":1,"maximum":100},"interval":{"$ref":"#/definitions/duration"},"statusCodeRanges":{"type":"array","items":{"$ref":"#/definitions/statusCodeRange"}},"errorReasons":{"type":"array","items":{"type":"string"}}}},"tripDuration":{"$ref":"#/definitions/duration"},"acceptRetryAfter":{"type":"boolean"}}};
const schema18 = {"description":"ISO 8601.","type":"string","pattern":"^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$","patternErrorMessage":"is no duration in the form of ISO 8601, as PT30S is"};
const schema19 = {"type":"object","additionalProperties":false,"required":["min","max"],"properties":{"min":{"type":"integer","minimum":200,"maximum":599},"max":{"type":"integer","minimum":200,"maximum":599}}};
const pattern10 = new RegExp("^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.failureCondition === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "failureCondition"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.tripDuration === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tripDuration"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.acceptRetryAfter === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "acceptRetryAfter"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "failureCondition")) || (key0 === "tripDuration")) || (key0 === "acceptRetryAfter"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema17.properties.name.type,parentSchema:schema17.properties.name,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.failureCondition !== undefined){
let data1 = data.failureCondition;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.interval === undefined){
const err6 = {instancePath:instancePath+"/failureCondition",schemaPath:"#/properties/failureCondition/required",keyword:"required",params:{missingProperty: "interval"},schema:schema17.properties.failureCondition.required,parentSchema:schema17.properties.failureCondition,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.statusCodeRanges === undefined){
const err7 = {instancePath:instancePath+"/failureCondition",schemaPath:"#/properties/failureCondition/required",keyword:"required",params:{missingProperty: "statusCodeRanges"},schema:schema17.properties.failureCondition.required,parentSchema:schema17.properties.failureCondition,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data1){
if(!(((((key1 === "count") || (key1 === "percentage")) || (key1 === "interval")) || (key1 === "statusCodeRanges")) || (key1 === "errorReasons"))){
const err8 = {instancePath:instancePath+"/failureCondition",schemaPath:"#/properties/failureCondition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema17.properties.failureCondition,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.count !== undefined){
let data2 = data1.count;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/failureCondition/count",schemaPath:"#/properties/failureCondition/properties/count/type",keyword:"type",params:{type: "integer"},schema:schema17.properties.failureCondition.properties.count.type,parentSchema:schema17.properties.failureCondition.properties.count,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/failureCondition/count",schemaPath:"#/properties/failureCondition/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema17.properties.failureCondition.properties.count,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data1.percentage !== undefined){
let data3 = data1.percentage;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err11 = {instancePath:instancePath+"/failureCondition/percentage",schemaPath:"#/properties/failureCondition/properties/percentage/type",keyword:"type",params:{type: "integer"},schema:schema17.properties.failureCondition.properties.percentage.type,parentSchema:schema17.properties.failureCondition.properties.percentage,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 100 || isNaN(data3)){
const err12 = {instancePath:instancePath+"/failureCondition/percentage",schemaPath:"#/properties/failureCondition/properties/percentage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema17.properties.failureCondition.properties.percentage,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/failureCondition/percentage",schemaPath:"#/properties/failureCondition/properties/percentage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema17.properties.failureCondition.properties.percentage,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data1.interval !== undefined){
let data4 = data1.interval;
if(typeof data4 === "string"){
if(!pattern10.test(data4)){
const err14 = {instancePath:instancePath+"/failureCondition/interval",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$"},schema:"^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$",parentSchema:schema18,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/failureCondition/interval",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data1.statusCodeRanges !== undefined){
let data5 = data1.statusCodeRanges;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.min === undefined){
const err16 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0,schemaPath:"#/definitions/statusCodeRange/required",keyword:"required",params:{missingProperty: "min"},schema:schema19.required,parentSchema:schema19,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data6.max === undefined){
const err17 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0,schemaPath:"#/definitions/statusCodeRange/required",keyword:"required",params:{missingProperty: "max"},schema:schema19.required,parentSchema:schema19,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key2 in data6){
if(!((key2 === "min") || (key2 === "max"))){
const err18 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0,schemaPath:"#/definitions/statusCodeRange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema19,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data6.min !== undefined){
let data7 = data6.min;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err19 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/min",schemaPath:"#/definitions/statusCodeRange/properties/min/type",keyword:"type",params:{type: "integer"},schema:schema19.properties.min.type,parentSchema:schema19.properties.min,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 599 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/min",schemaPath:"#/definitions/statusCodeRange/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema19.properties.min,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7 < 200 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/min",schemaPath:"#/definitions/statusCodeRange/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 200},schema:200,parentSchema:schema19.properties.min,data:data7};
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
if(data6.max !== undefined){
let data8 = data6.max;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err22 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/max",schemaPath:"#/definitions/statusCodeRange/properties/max/type",keyword:"type",params:{type: "integer"},schema:schema19.properties.max.type,parentSchema:schema19.properties.max,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 599 || isNaN(data8)){
const err23 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/max",schemaPath:"#/definitions/statusCodeRange/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema19.properties.max,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data8 < 200 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0+"/max",schemaPath:"#/definitions/statusCodeRange/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 200},schema:200,parentSchema:schema19.properties.max,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
else {
const err25 = {instancePath:instancePath+"/failureCondition/statusCodeRanges/" + i0,schemaPath:"#/definitions/statusCodeRange/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data:data6};
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
const err26 = {instancePath:instancePath+"/failureCondition/statusCodeRanges",schemaPath:"#/properties/failureCondition/properties/statusCodeRanges/type",keyword:"type",params:{type: "array"},schema:schema17.properties.failureCondition.properties.statusCodeRanges.type,parentSchema:schema17.properties.failureCondition.properties.statusCodeRanges,data:data5};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data1.errorReasons !== undefined){
let data9 = data1.errorReasons;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err27 = {instancePath:instancePath+"/failureCondition/errorReasons/" + i1,schemaPath:"#/properties/failureCondition/properties/errorReasons/items/type",keyword:"type",params:{type: "string"},schema:schema17.properties.failureCondition.properties.errorReasons.items.type,parentSchema:schema17.properties.failureCondition.properties.errorReasons.items,data:data10};
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
const err28 = {instancePath:instancePath+"/failureCondition/errorReasons",schemaPath:"#/properties/failureCondition/properties/errorReasons/type",keyword:"type",params:{type: "array"},schema:schema17.properties.failureCondition.properties.errorReasons.type,parentSchema:schema17.properties.failureCondition.properties.errorReasons,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/failureCondition",schemaPath:"#/properties/failureCondition/type",keyword:"type",params:{type: "object"},schema:schema17.properties.failureCondition.type,parentSchema:schema17.properties.failureCondition,data:data1};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.tripDuration !== undefined){
let data11 = data.tripDuration;
if(typeof data11 === "string"){
if(!pattern10.test(data11)){
const err30 = {instancePath:instancePath+"/tripDuration",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$"},schema:"^P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$",parentSchema:schema18,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/tripDuration",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.acceptRetryAfter !== undefined){
let data12 = data.acceptRetryAfter;
if(typeof data12 !== "boolean"){
const err32 = {instancePath:instancePath+"/acceptRetryAfter",schemaPath:"#/properties/acceptRetryAfter/type",keyword:"type",params:{type: "boolean"},schema:schema17.properties.acceptRetryAfter.type,parentSchema:schema17.properties.acceptRetryAfter,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "url") || (key0 === "description")) || (key0 === "circuitBreaker")) || (key0 === "services"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
const err1 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/pattern",keyword:"pattern",params:{pattern: "[^/]$"},schema:"[^/]$",parentSchema:schema16.properties.url,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"},schema:schema16.properties.url.type,parentSchema:schema16.properties.url,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema16.properties.description.type,parentSchema:schema16.properties.description,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.circuitBreaker !== undefined){
if(!(validate13(data.circuitBreaker, {instancePath:instancePath+"/circuitBreaker",parentData:data,parentDataProperty:"circuitBreaker",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.services !== undefined){
let data3 = data.services;
if(Array.isArray(data3)){
if(data3.length > 30){
const err4 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/maxItems",keyword:"maxItems",params:{limit: 30},schema:30,parentSchema:schema16.properties.services,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema16.properties.services,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.backend === undefined){
const err6 = {instancePath:instancePath+"/services/" + i0,schemaPath:"#/definitions/poolService/required",keyword:"required",params:{missingProperty: "backend"},schema:schema21.required,parentSchema:schema21,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "backend") || (key1 === "priority")) || (key1 === "weight"))){
const err7 = {instancePath:instancePath+"/services/" + i0,schemaPath:"#/definitions/poolService/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema21,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.backend !== undefined){
let data5 = data4.backend;
if(typeof data5 !== "string"){
const err8 = {instancePath:instancePath+"/services/" + i0+"/backend",schemaPath:"#/definitions/poolService/properties/backend/type",keyword:"type",params:{type: "string"},schema:schema21.properties.backend.type,parentSchema:schema21.properties.backend,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.priority !== undefined){
let data6 = data4.priority;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err9 = {instancePath:instancePath+"/services/" + i0+"/priority",schemaPath:"#/definitions/poolService/properties/priority/type",keyword:"type",params:{type: "integer"},schema:schema21.properties.priority.type,parentSchema:schema21.properties.priority,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 100 || isNaN(data6)){
const err10 = {instancePath:instancePath+"/services/" + i0+"/priority",schemaPath:"#/definitions/poolService/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema21.properties.priority,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/services/" + i0+"/priority",schemaPath:"#/definitions/poolService/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema21.properties.priority,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data4.weight !== undefined){
let data7 = data4.weight;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err12 = {instancePath:instancePath+"/services/" + i0+"/weight",schemaPath:"#/definitions/poolService/properties/weight/type",keyword:"type",params:{type: "integer"},schema:schema21.properties.weight.type,parentSchema:schema21.properties.weight,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 100 || isNaN(data7)){
const err13 = {instancePath:instancePath+"/services/" + i0+"/weight",schemaPath:"#/definitions/poolService/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema21.properties.weight,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err14 = {instancePath:instancePath+"/services/" + i0+"/weight",schemaPath:"#/definitions/poolService/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema21.properties.weight,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/services/" + i0,schemaPath:"#/definitions/poolService/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "array"},schema:schema16.properties.services.type,parentSchema:schema16.properties.services,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
const _errs3 = errors;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.endpoint === undefined) && (missing0 = "endpoint")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid1 = _errs4 === errors;
if(valid1){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.subscription === undefined){
const err2 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "subscription"},schema:schema15.then.required,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.resourceGroup === undefined){
const err3 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "resourceGroup"},schema:schema15.then.required,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.service === undefined){
const err4 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "service"},schema:schema15.then.required,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"},schema:schema15.if,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema15.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.cloud !== undefined){
let data0 = data.cloud;
if(!(((data0 === "public") || (data0 === "us-government")) || (data0 === "china"))){
const err7 = {instancePath:instancePath+"/cloud",schemaPath:"#/properties/cloud/enum",keyword:"enum",params:{allowedValues: schema15.properties.cloud.enum},schema:schema15.properties.cloud.enum,parentSchema:schema15.properties.cloud,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tenant !== undefined){
let data1 = data.tenant;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err8 = {instancePath:instancePath+"/tenant",schemaPath:"#/properties/tenant/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$"},schema:"^[A-Za-z0-9][A-Za-z0-9.-]*$",parentSchema:schema15.properties.tenant,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/tenant",schemaPath:"#/properties/tenant/type",keyword:"type",params:{type: "string"},schema:schema15.properties.tenant.type,parentSchema:schema15.properties.tenant,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.subscription !== undefined){
let data2 = data.subscription;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err10 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},schema:"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",parentSchema:schema15.properties.subscription,data:data2};
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
const err11 = {instancePath:instancePath+"/subscription",schemaPath:"#/properties/subscription/type",keyword:"type",params:{type: "string"},schema:schema15.properties.subscription.type,parentSchema:schema15.properties.subscription,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.resourceGroup !== undefined){
let data3 = data.resourceGroup;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
const err12 = {instancePath:instancePath+"/resourceGroup",schemaPath:"#/properties/resourceGroup/pattern",keyword:"pattern",params:{pattern: "^[-\\p{L}\\p{N}_.()]{0,89}[-\\p{L}\\p{N}_()]$"},schema:"^[-\\p{L}\\p{N}_.()]{0,89}[-\\p{L}\\p{N}_()]$",parentSchema:schema15.properties.resourceGroup,data:data3};
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
const err13 = {instancePath:instancePath+"/resourceGroup",schemaPath:"#/properties/resourceGroup/type",keyword:"type",params:{type: "string"},schema:schema15.properties.resourceGroup.type,parentSchema:schema15.properties.resourceGroup,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.service !== undefined){
let data4 = data.service;
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err14 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z]([a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$"},schema:"^[a-zA-Z]([a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$",parentSchema:schema15.properties.service,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/type",keyword:"type",params:{type: "string"},schema:schema15.properties.service.type,parentSchema:schema15.properties.service,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.endpoint !== undefined){
let data5 = data.endpoint;
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
const err16 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https?://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]{1,5})?/?$"},schema:"^https?://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]{1,5})?/?$",parentSchema:schema15.properties.endpoint,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/type",keyword:"type",params:{type: "string"},schema:schema15.properties.endpoint.type,parentSchema:schema15.properties.endpoint,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data6 = data.apiVersion;
if(typeof data6 === "string"){
if(!pattern8.test(data6)){
const err18 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$"},schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$",parentSchema:schema15.properties.apiVersion,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},schema:schema15.properties.apiVersion.type,parentSchema:schema15.properties.apiVersion,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.backends !== undefined){
let data7 = data.backends;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
if(!(validate12(data7[key1], {instancePath:instancePath+"/backends/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/backends",schemaPath:"#/properties/backends/type",keyword:"type",params:{type: "object"},schema:schema15.properties.backends.type,parentSchema:schema15.properties.backends,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.namedValues !== undefined){
let data9 = data.namedValues;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
let data10 = data9[key2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
if(!((((key3 === "value") || (key3 === "environmentVariable")) || (key3 === "secretIdentifier")) || (key3 === "identityClientId"))){
const err21 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/namedValueOverride/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema22,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data10.value !== undefined){
let data11 = data10.value;
if(typeof data11 !== "string"){
const err22 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/value",schemaPath:"#/definitions/namedValueOverride/properties/value/type",keyword:"type",params:{type: "string"},schema:schema22.properties.value.type,parentSchema:schema22.properties.value,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data10.environmentVariable !== undefined){
let data12 = data10.environmentVariable;
if(typeof data12 === "string"){
if(!pattern12.test(data12)){
const err23 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environmentVariable",schemaPath:"#/definitions/namedValueOverride/properties/environmentVariable/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema22.properties.environmentVariable,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/environmentVariable",schemaPath:"#/definitions/namedValueOverride/properties/environmentVariable/type",keyword:"type",params:{type: "string"},schema:schema22.properties.environmentVariable.type,parentSchema:schema22.properties.environmentVariable,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data10.secretIdentifier !== undefined){
let data13 = data10.secretIdentifier;
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err25 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/secretIdentifier",schemaPath:"#/definitions/namedValueOverride/properties/secretIdentifier/pattern",keyword:"pattern",params:{pattern: "^https://"},schema:"^https://",parentSchema:schema22.properties.secretIdentifier,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/secretIdentifier",schemaPath:"#/definitions/namedValueOverride/properties/secretIdentifier/type",keyword:"type",params:{type: "string"},schema:schema22.properties.secretIdentifier.type,parentSchema:schema22.properties.secretIdentifier,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data10.identityClientId !== undefined){
let data14 = data10.identityClientId;
if(typeof data14 !== "string"){
const err27 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/identityClientId",schemaPath:"#/definitions/namedValueOverride/properties/identityClientId/type",keyword:"type",params:{type: "string"},schema:schema22.properties.identityClientId.type,parentSchema:schema22.properties.identityClientId,data:data14};
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
const err28 = {instancePath:instancePath+"/namedValues/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/namedValueOverride/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/namedValues",schemaPath:"#/properties/namedValues/type",keyword:"type",params:{type: "object"},schema:schema15.properties.namedValues.type,parentSchema:schema15.properties.namedValues,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.parallel !== undefined){
let data15 = data.parallel;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err30 = {instancePath:instancePath+"/parallel",schemaPath:"#/properties/parallel/type",keyword:"type",params:{type: "integer"},schema:schema15.properties.parallel.type,parentSchema:schema15.properties.parallel,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 20 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/parallel",schemaPath:"#/properties/parallel/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},schema:20,parentSchema:schema15.properties.parallel,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err32 = {instancePath:instancePath+"/parallel",schemaPath:"#/properties/parallel/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema15.properties.parallel,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
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
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.policies !== undefined){
let data1 = data.policies;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/policies/" + i0,schemaPath:"#/properties/policies/items/type",keyword:"type",params:{type: "string"},schema:schema11.properties.policies.items.type,parentSchema:schema11.properties.policies.items,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type: "array"},schema:schema11.properties.policies.type,parentSchema:schema11.properties.policies,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.out !== undefined){
let data3 = data.out;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/out",schemaPath:"#/properties/out/type",keyword:"type",params:{type: "string"},schema:schema11.properties.out.type,parentSchema:schema11.properties.out,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.content !== undefined){
let data4 = data.content;
if(!((data4 === "rawxml") || (data4 === "xml"))){
const err5 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/enum",keyword:"enum",params:{allowedValues: schema11.properties.content.enum},schema:schema11.properties.content.enum,parentSchema:schema11.properties.content,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.comments !== undefined){
let data5 = data.comments;
if(typeof data5 !== "boolean"){
const err6 = {instancePath:instancePath+"/comments",schemaPath:"#/properties/comments/type",keyword:"type",params:{type: "boolean"},schema:schema11.properties.comments.type,parentSchema:schema11.properties.comments,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.extends !== undefined){
let data6 = data.extends;
if(!(((data6 === "recommended") || (data6 === "strict")) || (data6 === "all"))){
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/enum",keyword:"enum",params:{allowedValues: schema11.properties.extends.enum},schema:schema11.properties.extends.enum,parentSchema:schema11.properties.extends,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.rules !== undefined){
let data7 = data.rules;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
const _errs16 = errors;
if(typeof key1 === "string"){
if(!pattern0.test(key1)){
const err8 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema11.properties.rules.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
const err9 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema11.properties.rules.propertyNames,parentSchema:schema11.properties.rules,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
for(const key2 in data7){
let data8 = data7[key2];
if(!((((data8 === "off") || (data8 === "info")) || (data8 === "warning")) || (data8 === "error"))){
const err10 = {instancePath:instancePath+"/rules/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},schema:schema11.properties.rules.additionalProperties.enum,parentSchema:schema11.properties.rules.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},schema:schema11.properties.rules.type,parentSchema:schema11.properties.rules,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.overrides !== undefined){
let data9 = data.overrides;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.files === undefined){
const err12 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/required",keyword:"required",params:{missingProperty: "files"},schema:schema12.required,parentSchema:schema12,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data10.rules === undefined){
const err13 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/required",keyword:"required",params:{missingProperty: "rules"},schema:schema12.required,parentSchema:schema12,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key3 in data10){
if(!((key3 === "files") || (key3 === "rules"))){
const err14 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema12,data:data10};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data10.files !== undefined){
let data11 = data10.files;
const _errs26 = errors;
let valid9 = false;
const _errs27 = errors;
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema12.properties.files.anyOf[0].type,parentSchema:schema12.properties.files.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs27 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const _errs29 = errors;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
const err16 = {instancePath:instancePath+"/overrides/" + i1+"/files/" + i2,schemaPath:"#/definitions/override/properties/files/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema12.properties.files.anyOf[1].items.type,parentSchema:schema12.properties.files.anyOf[1].items,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema12.properties.files.anyOf[1].type,parentSchema:schema12.properties.files.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid0 = _errs29 === errors;
valid9 = valid9 || _valid0;
}
if(!valid9){
const err18 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf",keyword:"anyOf",params:{},schema:schema12.properties.files.anyOf,parentSchema:schema12.properties.files,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
if(data10.rules !== undefined){
let data13 = data10.rules;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 in data13){
const _errs35 = errors;
if(typeof key4 === "string"){
if(!pattern0.test(key4)){
const err19 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema12.properties.rules.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid12 = _errs35 === errors;
if(!valid12){
const err20 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key4},schema:schema12.properties.rules.propertyNames,parentSchema:schema12.properties.rules,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
for(const key5 in data13){
let data14 = data13[key5];
if(!((((data14 === "off") || (data14 === "info")) || (data14 === "warning")) || (data14 === "error"))){
const err21 = {instancePath:instancePath+"/overrides/" + i1+"/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/override/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema12.properties.rules.additionalProperties.enum},schema:schema12.properties.rules.additionalProperties.enum,parentSchema:schema12.properties.rules.additionalProperties,data:data14};
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
const err22 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/type",keyword:"type",params:{type: "object"},schema:schema12.properties.rules.type,parentSchema:schema12.properties.rules,data:data13};
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
const err23 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data:data10};
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
const err24 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},schema:schema11.properties.overrides.type,parentSchema:schema11.properties.overrides,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.gateway !== undefined){
let data15 = data.gateway;
const _errs39 = errors;
let valid14 = false;
const _errs40 = errors;
if(!(((((data15 === "classic") || (data15 === "v2")) || (data15 === "consumption")) || (data15 === "self-hosted")) || (data15 === "workspace"))){
const err25 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema13.enum},schema:schema13.enum,parentSchema:schema13,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid1 = _errs40 === errors;
valid14 = valid14 || _valid1;
if(!valid14){
const _errs42 = errors;
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(!(((((data16 === "classic") || (data16 === "v2")) || (data16 === "consumption")) || (data16 === "self-hosted")) || (data16 === "workspace"))){
const err26 = {instancePath:instancePath+"/gateway/" + i3,schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema13.enum},schema:schema13.enum,parentSchema:schema13,data:data16};
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
const err27 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema11.properties.gateway.anyOf[1].type,parentSchema:schema11.properties.gateway.anyOf[1],data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid1 = _errs42 === errors;
valid14 = valid14 || _valid1;
}
if(!valid14){
const err28 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf",keyword:"anyOf",params:{},schema:schema11.properties.gateway.anyOf,parentSchema:schema11.properties.gateway,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
}
if(data.cloud !== undefined){
let data17 = data.cloud;
if(!(((data17 === "public") || (data17 === "us-government")) || (data17 === "china"))){
const err29 = {instancePath:instancePath+"/cloud",schemaPath:"#/properties/cloud/enum",keyword:"enum",params:{allowedValues: schema11.properties.cloud.enum},schema:schema11.properties.cloud.enum,parentSchema:schema11.properties.cloud,data:data17};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.failOn !== undefined){
let data18 = data.failOn;
if(!(((data18 === "info") || (data18 === "warning")) || (data18 === "error"))){
const err30 = {instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema11.properties.failOn.enum},schema:schema11.properties.failOn.enum,parentSchema:schema11.properties.failOn,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.artifacts !== undefined){
let data19 = data.artifacts;
if(typeof data19 !== "string"){
const err31 = {instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/type",keyword:"type",params:{type: "string"},schema:schema11.properties.artifacts.type,parentSchema:schema11.properties.artifacts,data:data19};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.environments !== undefined){
let data20 = data.environments;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key6 in data20){
const _errs52 = errors;
if(typeof key6 === "string"){
if(!pattern2.test(key6)){
const err32 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema11.properties.environments.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
var valid19 = _errs52 === errors;
if(!valid19){
const err33 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames",keyword:"propertyNames",params:{propertyName: key6},schema:schema11.properties.environments.propertyNames,parentSchema:schema11.properties.environments,data:data20};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
for(const key7 in data20){
if(!(validate11(data20[key7], {instancePath:instancePath+"/environments/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data20,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err34 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"},schema:schema11.properties.environments.type,parentSchema:schema11.properties.environments,data:data20};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
