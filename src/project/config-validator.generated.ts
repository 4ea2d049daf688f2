// Generated from schemas/config.schema.json by scripts/generate-config-validator.ts: node --import tsx scripts/generate-config-validator.ts
// @ts-nocheck: the code is generated; its type is the one declared here.
import type { SchemaError } from './schema-error.js';

/** What is wrong with a configuration; empty when nothing is. */
export function configErrors(value: unknown): readonly SchemaError[] {
  return validate(value) ? [] : validate.errors;
}

const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"aoai-policy configuration","description":"The content of aoai-policy.config.ts, .js, .mjs, .json or .jsonc. Every key is optional; paths are relative to the file.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","description":"Where editors find this schema."},"policies":{"description":"Where policies are looked for when no path is given: globs.","type":"array","items":{"type":"string"},"default":["**/*.xml","**/*.policy.ts","**/policies/**/*.ts"]},"out":{"description":"The folder that build writes to. Files in it are not looked at when policies are looked for.","type":"string","default":"out"},"content":{"description":"How expressions are written: rawxml (unescaped) or xml (escaped).","enum":["rawxml","xml"],"default":"rawxml"},"comments":{"description":"Whether build writes comments; by default it does not, because the service may drop those inside of policies.","type":"boolean","default":false},"extends":{"description":"The set of rules to start from: recommended, strict (more rules), or all.","enum":["recommended","strict","all"],"default":"recommended"},"rules":{"description":"Level of each rule, by its id; it goes over the set.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","info","warning","error"]},"default":{}},"overrides":{"description":"Levels for some files, which go over rules; a later one goes over an earlier one. files: globs, a folder stands for all below.","type":"array","items":{"$ref":"#/definitions/override"},"default":[]},"gateway":{"description":"The gateways the policies run on. A policy that one of them lacks is an error; without this key no gateway is assumed.","anyOf":[{"$ref":"#/definitions/gateway"},{"type":"array","items":{"$ref":"#/definitions/gateway"}}]},"cloud":{"description":"The Azure cloud that the policies run in; without it rules look at what each document says of its own.","enum":["public","us-government","china"]},"failOn":{"description":"The least severity that makes the exit code 1.","enum":["info","warning","error"],"default":"error"}},"definitions":{"gateway":{"enum":["classic","v2","consumption","self-hosted","workspace"]},"override":{"description":"files: globs; rules: levels by id","type":"object","additionalProperties":false,"required":["files","rules"],"properties":{"files":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"rules":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","info","warning","error"]}}}}}};
const schema12 = {"description":"files: globs; rules: levels by id","type":"object","additionalProperties":false,"required":["files","rules"],"properties":{"files":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"rules":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","info","warning","error"]}}}};
const schema13 = {"enum":["classic","v2","consumption","self-hosted","workspace"]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
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
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
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
const err2 = {instancePath:instancePath+"/policies/" + i0,schemaPath:"#/properties/policies/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.policies.items.type,parentSchema:schema11.properties.policies.items,data:data2};
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
const err3 = {instancePath:instancePath+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.policies.type,parentSchema:schema11.properties.policies,data:data1};
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
const err4 = {instancePath:instancePath+"/out",schemaPath:"#/properties/out/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.out.type,parentSchema:schema11.properties.out,data:data3};
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
const err5 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/enum",keyword:"enum",params:{allowedValues: schema11.properties.content.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.content.enum,parentSchema:schema11.properties.content,data:data4};
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
const err6 = {instancePath:instancePath+"/comments",schemaPath:"#/properties/comments/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.comments.type,parentSchema:schema11.properties.comments,data:data5};
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
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/enum",keyword:"enum",params:{allowedValues: schema11.properties.extends.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.extends.enum,parentSchema:schema11.properties.extends,data:data6};
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
const err8 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema11.properties.rules.propertyNames,data:key1,propertyName:key1};
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
const err9 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema11.properties.rules.propertyNames,parentSchema:schema11.properties.rules,data:data7};
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
const err10 = {instancePath:instancePath+"/rules/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.rules.additionalProperties.enum,parentSchema:schema11.properties.rules.additionalProperties,data:data8};
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
const err11 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.rules.type,parentSchema:schema11.properties.rules,data:data7};
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
const err12 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'",schema:schema12.required,parentSchema:schema12,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data10.rules === undefined){
const err13 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'",schema:schema12.required,parentSchema:schema12,data:data10};
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
const err14 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data:data10};
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
const err15 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.files.anyOf[0].type,parentSchema:schema12.properties.files.anyOf[0],data:data11};
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
const err16 = {instancePath:instancePath+"/overrides/" + i1+"/files/" + i2,schemaPath:"#/definitions/override/properties/files/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.files.anyOf[1].items.type,parentSchema:schema12.properties.files.anyOf[1].items,data:data12};
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
const err17 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.files.anyOf[1].type,parentSchema:schema12.properties.files.anyOf[1],data:data11};
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
const err18 = {instancePath:instancePath+"/overrides/" + i1+"/files",schemaPath:"#/definitions/override/properties/files/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema12.properties.files.anyOf,parentSchema:schema12.properties.files,data:data11};
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
const err19 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",schema:"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema12.properties.rules.propertyNames,data:key4,propertyName:key4};
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
const err20 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema12.properties.rules.propertyNames,parentSchema:schema12.properties.rules,data:data13};
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
const err21 = {instancePath:instancePath+"/overrides/" + i1+"/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/override/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema12.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.rules.additionalProperties.enum,parentSchema:schema12.properties.rules.additionalProperties,data:data14};
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
const err22 = {instancePath:instancePath+"/overrides/" + i1+"/rules",schemaPath:"#/definitions/override/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.rules.type,parentSchema:schema12.properties.rules,data:data13};
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
const err23 = {instancePath:instancePath+"/overrides/" + i1,schemaPath:"#/definitions/override/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data:data10};
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
const err24 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.overrides.type,parentSchema:schema11.properties.overrides,data:data9};
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
const err25 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data15};
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
const err26 = {instancePath:instancePath+"/gateway/" + i3,schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",schema:schema13.enum,parentSchema:schema13,data:data16};
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
const err27 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.gateway.anyOf[1].type,parentSchema:schema11.properties.gateway.anyOf[1],data:data15};
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
const err28 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema11.properties.gateway.anyOf,parentSchema:schema11.properties.gateway,data:data15};
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
const err29 = {instancePath:instancePath+"/cloud",schemaPath:"#/properties/cloud/enum",keyword:"enum",params:{allowedValues: schema11.properties.cloud.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.cloud.enum,parentSchema:schema11.properties.cloud,data:data17};
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
const err30 = {instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema11.properties.failOn.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.failOn.enum,parentSchema:schema11.properties.failOn,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
