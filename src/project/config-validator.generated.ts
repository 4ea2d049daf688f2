// Generated from schemas/config.schema.json by scripts/generate-config-validator.ts: node --import tsx scripts/generate-config-validator.ts
// @ts-nocheck: the code is generated; its type is the one declared here.
import type { SchemaError } from './schema-error.js';

/** What is wrong with a configuration; empty when nothing is. */
export function configErrors(value: unknown): readonly SchemaError[] {
  return validate(value) ? [] : validate.errors;
}

const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"aoai-policy configuration","description":"The content of aoai-policy.config.ts, .js, .mjs, .json or .jsonc. Every key is optional; paths are relative to the file.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","description":"Where editors find this schema."},"policies":{"description":"Where policies are looked for when no path is given: globs.","type":"array","items":{"type":"string"},"default":["**/*.xml","**/*.policy.ts","**/policies/**/*.ts"]},"out":{"description":"The folder that build writes to. Files in it are not looked at when policies are looked for.","type":"string","default":"out"},"content":{"description":"How expressions are written: rawxml (unescaped) or xml (escaped).","enum":["rawxml","xml"],"default":"rawxml"},"comments":{"description":"Whether build writes comments; by default it does not, because the service may drop those inside of policies.","type":"boolean","default":false},"extends":{"description":"The set of rules to start from: recommended, strict (more rules), or all.","enum":["recommended","strict","all"],"default":"recommended"},"rules":{"description":"Level of each rule, by its id; it goes over the set.","type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},"additionalProperties":{"enum":["off","info","warning","error"]},"default":{}},"gateway":{"description":"The gateways the policies run on. A policy that one of them lacks is an error; without this key no gateway is assumed.","anyOf":[{"$ref":"#/definitions/gateway"},{"type":"array","items":{"$ref":"#/definitions/gateway"}}]},"failOn":{"description":"The least severity that makes the exit code 1.","enum":["info","warning","error"],"default":"error"}},"definitions":{"gateway":{"enum":["classic","v2","consumption","self-hosted","workspace"]}}};
const schema12 = {"enum":["classic","v2","consumption","self-hosted","workspace"]};
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
if(data.gateway !== undefined){
let data9 = data.gateway;
const _errs20 = errors;
let valid5 = false;
const _errs21 = errors;
if(!(((((data9 === "classic") || (data9 === "v2")) || (data9 === "consumption")) || (data9 === "self-hosted")) || (data9 === "workspace"))){
const err12 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values",schema:schema12.enum,parentSchema:schema12,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs21 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const _errs23 = errors;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(!(((((data10 === "classic") || (data10 === "v2")) || (data10 === "consumption")) || (data10 === "self-hosted")) || (data10 === "workspace"))){
const err13 = {instancePath:instancePath+"/gateway/" + i1,schemaPath:"#/definitions/gateway/enum",keyword:"enum",params:{allowedValues: schema12.enum},message:"must be equal to one of the allowed values",schema:schema12.enum,parentSchema:schema12,data:data10};
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
else {
const err14 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.gateway.anyOf[1].type,parentSchema:schema11.properties.gateway.anyOf[1],data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs23 === errors;
valid5 = valid5 || _valid0;
}
if(!valid5){
const err15 = {instancePath:instancePath+"/gateway",schemaPath:"#/properties/gateway/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema11.properties.gateway.anyOf,parentSchema:schema11.properties.gateway,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
}
if(data.failOn !== undefined){
let data11 = data.failOn;
if(!(((data11 === "info") || (data11 === "warning")) || (data11 === "error"))){
const err16 = {instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema11.properties.failOn.enum},message:"must be equal to one of the allowed values",schema:schema11.properties.failOn.enum,parentSchema:schema11.properties.failOn,data:data11};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
