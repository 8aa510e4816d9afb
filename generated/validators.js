// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

export const listSessionsStrict = validate0;
const schema0 = {"$id":"listSessionsStrict","$ref":"#/$defs/SessionList0","$defs":{"SessionStatus2":{"type":"string","enum":["LIVE","ENDED"]},"SessionType3":{"type":"string","enum":["meeting","livestream","participant"]},"Session1":{"type":"object","required":["id","associated_id","created_at","live_participants","max_concurrent_participants","meeting_display_name","organization_id","started_at","status","type","updated_at","minutes_consumed"],"properties":{"id":{"type":"string"},"associated_id":{"type":"string"},"created_at":{"type":"string"},"live_participants":{"type":"number"},"max_concurrent_participants":{"type":"number"},"meeting_display_name":{"type":"string"},"minutes_consumed":{"type":"number"},"organization_id":{"type":"string"},"started_at":{"type":"string"},"status":{"$ref":"#/$defs/SessionStatus2"},"type":{"$ref":"#/$defs/SessionType3"},"updated_at":{"type":"string"},"breakout_rooms":{"type":"array","items":{}},"ended_at":{"type":["string","null"]},"meta":{}},"additionalProperties":false},"Paging4":{"type":"object","properties":{"total_count":{"type":"number"},"start_offset":{"type":"number"},"end_offset":{"type":"number"}},"additionalProperties":false},"SessionList0":{"type":"object","properties":{"data":{"type":"object","properties":{"sessions":{"type":"array","items":{"$ref":"#/$defs/Session1"}}},"additionalProperties":false},"paging":{"$ref":"#/$defs/Paging4"},"success":{"type":"boolean"}},"additionalProperties":false}}};
const schema1 = {"type":"object","properties":{"data":{"type":"object","properties":{"sessions":{"type":"array","items":{"$ref":"#/$defs/Session1"}}},"additionalProperties":false},"paging":{"$ref":"#/$defs/Paging4"},"success":{"type":"boolean"}},"additionalProperties":false};
const schema5 = {"type":"object","properties":{"total_count":{"type":"number"},"start_offset":{"type":"number"},"end_offset":{"type":"number"}},"additionalProperties":false};
const schema2 = {"type":"object","required":["id","associated_id","created_at","live_participants","max_concurrent_participants","meeting_display_name","organization_id","started_at","status","type","updated_at","minutes_consumed"],"properties":{"id":{"type":"string"},"associated_id":{"type":"string"},"created_at":{"type":"string"},"live_participants":{"type":"number"},"max_concurrent_participants":{"type":"number"},"meeting_display_name":{"type":"string"},"minutes_consumed":{"type":"number"},"organization_id":{"type":"string"},"started_at":{"type":"string"},"status":{"$ref":"#/$defs/SessionStatus2"},"type":{"$ref":"#/$defs/SessionType3"},"updated_at":{"type":"string"},"breakout_rooms":{"type":"array","items":{}},"ended_at":{"type":["string","null"]},"meta":{}},"additionalProperties":false};
const schema3 = {"type":"string","enum":["LIVE","ENDED"]};
const schema4 = {"type":"string","enum":["meeting","livestream","participant"]};
const func0 = Object.prototype.hasOwnProperty;

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate2.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.associated_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "associated_id"},message:"must have required property '"+"associated_id"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.created_at === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.live_participants === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "live_participants"},message:"must have required property '"+"live_participants"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.max_concurrent_participants === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max_concurrent_participants"},message:"must have required property '"+"max_concurrent_participants"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.meeting_display_name === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "meeting_display_name"},message:"must have required property '"+"meeting_display_name"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.organization_id === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization_id"},message:"must have required property '"+"organization_id"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.started_at === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.status === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.type === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.updated_at === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "updated_at"},message:"must have required property '"+"updated_at"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.minutes_consumed === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "minutes_consumed"},message:"must have required property '"+"minutes_consumed"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema2.properties, key0))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
const err13 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.associated_id !== undefined){
if(typeof data.associated_id !== "string"){
const err14 = {instancePath:instancePath+"/associated_id",schemaPath:"#/properties/associated_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.created_at !== undefined){
if(typeof data.created_at !== "string"){
const err15 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.live_participants !== undefined){
if(!(typeof data.live_participants == "number")){
const err16 = {instancePath:instancePath+"/live_participants",schemaPath:"#/properties/live_participants/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.max_concurrent_participants !== undefined){
if(!(typeof data.max_concurrent_participants == "number")){
const err17 = {instancePath:instancePath+"/max_concurrent_participants",schemaPath:"#/properties/max_concurrent_participants/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.meeting_display_name !== undefined){
if(typeof data.meeting_display_name !== "string"){
const err18 = {instancePath:instancePath+"/meeting_display_name",schemaPath:"#/properties/meeting_display_name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.minutes_consumed !== undefined){
if(!(typeof data.minutes_consumed == "number")){
const err19 = {instancePath:instancePath+"/minutes_consumed",schemaPath:"#/properties/minutes_consumed/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.organization_id !== undefined){
if(typeof data.organization_id !== "string"){
const err20 = {instancePath:instancePath+"/organization_id",schemaPath:"#/properties/organization_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.started_at !== undefined){
if(typeof data.started_at !== "string"){
const err21 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.status !== undefined){
let data9 = data.status;
if(typeof data9 !== "string"){
const err22 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/SessionStatus2/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((data9 === "LIVE") || (data9 === "ENDED"))){
const err23 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/SessionStatus2/enum",keyword:"enum",params:{allowedValues: schema3.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.type !== undefined){
let data10 = data.type;
if(typeof data10 !== "string"){
const err24 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/SessionType3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((data10 === "meeting") || (data10 === "livestream")) || (data10 === "participant"))){
const err25 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/SessionType3/enum",keyword:"enum",params:{allowedValues: schema4.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.updated_at !== undefined){
if(typeof data.updated_at !== "string"){
const err26 = {instancePath:instancePath+"/updated_at",schemaPath:"#/properties/updated_at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.breakout_rooms !== undefined){
if(!(Array.isArray(data.breakout_rooms))){
const err27 = {instancePath:instancePath+"/breakout_rooms",schemaPath:"#/properties/breakout_rooms/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.ended_at !== undefined){
let data13 = data.ended_at;
if((typeof data13 !== "string") && (data13 !== null)){
const err28 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: schema2.properties.ended_at.type},message:"must be string,null"};
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
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}
validate2.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "data") || (key0 === "paging")) || (key0 === "success"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.data !== undefined){
let data0 = data.data;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(key1 === "sessions")){
const err1 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.sessions !== undefined){
let data1 = data0.sessions;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate2(data1[i0], {instancePath:instancePath+"/data/sessions/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/data/sessions",schemaPath:"#/properties/data/properties/sessions/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err3 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.paging !== undefined){
let data3 = data.paging;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
if(!(((key2 === "total_count") || (key2 === "start_offset")) || (key2 === "end_offset"))){
const err4 = {instancePath:instancePath+"/paging",schemaPath:"#/$defs/Paging4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.total_count !== undefined){
if(!(typeof data3.total_count == "number")){
const err5 = {instancePath:instancePath+"/paging/total_count",schemaPath:"#/$defs/Paging4/properties/total_count/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.start_offset !== undefined){
if(!(typeof data3.start_offset == "number")){
const err6 = {instancePath:instancePath+"/paging/start_offset",schemaPath:"#/$defs/Paging4/properties/start_offset/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.end_offset !== undefined){
if(!(typeof data3.end_offset == "number")){
const err7 = {instancePath:instancePath+"/paging/end_offset",schemaPath:"#/$defs/Paging4/properties/end_offset/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/paging",schemaPath:"#/$defs/Paging4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
const err9 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}
validate1.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="listSessionsStrict" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate1(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const listSessionsTolerant = validate5;
const schema6 = {"$id":"listSessionsTolerant","$ref":"#/$defs/SessionList0","$defs":{"SessionStatus2":{"type":["string","null"]},"SessionType3":{"type":["string","null"]},"Session1":{"type":["object","null"],"required":["id","associated_id","created_at","live_participants","max_concurrent_participants","meeting_display_name","organization_id","started_at","status","type","updated_at","minutes_consumed"],"properties":{"id":{"type":["string","null"]},"associated_id":{"type":["string","null"]},"created_at":{"type":["string","null"]},"live_participants":{"type":["number","null"]},"max_concurrent_participants":{"type":["number","null"]},"meeting_display_name":{"type":["string","null"]},"minutes_consumed":{"type":"number"},"organization_id":{"type":["string","null"]},"started_at":{"type":["string","null"]},"status":{"$ref":"#/$defs/SessionStatus2"},"type":{"$ref":"#/$defs/SessionType3"},"updated_at":{"type":["string","null"]},"breakout_rooms":{"type":["array","null"],"items":{}},"ended_at":{"type":["string","null"]},"meta":{}}},"Paging4":{"type":["object","null"],"properties":{"total_count":{"type":["number","null"]},"start_offset":{"type":["number","null"]},"end_offset":{"type":["number","null"]}}},"SessionList0":{"type":["object","null"],"properties":{"data":{"type":["object","null"],"properties":{"sessions":{"type":["array","null"],"items":{"$ref":"#/$defs/Session1"}}}},"paging":{"$ref":"#/$defs/Paging4"},"success":{"type":["boolean","null"]}}}}};
const schema7 = {"type":["object","null"],"properties":{"data":{"type":["object","null"],"properties":{"sessions":{"type":["array","null"],"items":{"$ref":"#/$defs/Session1"}}}},"paging":{"$ref":"#/$defs/Paging4"},"success":{"type":["boolean","null"]}}};
const schema11 = {"type":["object","null"],"properties":{"total_count":{"type":["number","null"]},"start_offset":{"type":["number","null"]},"end_offset":{"type":["number","null"]}}};
const schema8 = {"type":["object","null"],"required":["id","associated_id","created_at","live_participants","max_concurrent_participants","meeting_display_name","organization_id","started_at","status","type","updated_at","minutes_consumed"],"properties":{"id":{"type":["string","null"]},"associated_id":{"type":["string","null"]},"created_at":{"type":["string","null"]},"live_participants":{"type":["number","null"]},"max_concurrent_participants":{"type":["number","null"]},"meeting_display_name":{"type":["string","null"]},"minutes_consumed":{"type":"number"},"organization_id":{"type":["string","null"]},"started_at":{"type":["string","null"]},"status":{"$ref":"#/$defs/SessionStatus2"},"type":{"$ref":"#/$defs/SessionType3"},"updated_at":{"type":["string","null"]},"breakout_rooms":{"type":["array","null"],"items":{}},"ended_at":{"type":["string","null"]},"meta":{}}};
const schema9 = {"type":["string","null"]};
const schema10 = {"type":["string","null"]};

function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate7.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema8.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.associated_id === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "associated_id"},message:"must have required property '"+"associated_id"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.created_at === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.live_participants === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "live_participants"},message:"must have required property '"+"live_participants"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.max_concurrent_participants === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max_concurrent_participants"},message:"must have required property '"+"max_concurrent_participants"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.meeting_display_name === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "meeting_display_name"},message:"must have required property '"+"meeting_display_name"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.organization_id === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization_id"},message:"must have required property '"+"organization_id"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.started_at === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.status === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.type === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.updated_at === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "updated_at"},message:"must have required property '"+"updated_at"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.minutes_consumed === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "minutes_consumed"},message:"must have required property '"+"minutes_consumed"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if((typeof data0 !== "string") && (data0 !== null)){
const err13 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: schema8.properties.id.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.associated_id !== undefined){
let data1 = data.associated_id;
if((typeof data1 !== "string") && (data1 !== null)){
const err14 = {instancePath:instancePath+"/associated_id",schemaPath:"#/properties/associated_id/type",keyword:"type",params:{type: schema8.properties.associated_id.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.created_at !== undefined){
let data2 = data.created_at;
if((typeof data2 !== "string") && (data2 !== null)){
const err15 = {instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: schema8.properties.created_at.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.live_participants !== undefined){
let data3 = data.live_participants;
if((!(typeof data3 == "number")) && (data3 !== null)){
const err16 = {instancePath:instancePath+"/live_participants",schemaPath:"#/properties/live_participants/type",keyword:"type",params:{type: schema8.properties.live_participants.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.max_concurrent_participants !== undefined){
let data4 = data.max_concurrent_participants;
if((!(typeof data4 == "number")) && (data4 !== null)){
const err17 = {instancePath:instancePath+"/max_concurrent_participants",schemaPath:"#/properties/max_concurrent_participants/type",keyword:"type",params:{type: schema8.properties.max_concurrent_participants.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.meeting_display_name !== undefined){
let data5 = data.meeting_display_name;
if((typeof data5 !== "string") && (data5 !== null)){
const err18 = {instancePath:instancePath+"/meeting_display_name",schemaPath:"#/properties/meeting_display_name/type",keyword:"type",params:{type: schema8.properties.meeting_display_name.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.minutes_consumed !== undefined){
if(!(typeof data.minutes_consumed == "number")){
const err19 = {instancePath:instancePath+"/minutes_consumed",schemaPath:"#/properties/minutes_consumed/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.organization_id !== undefined){
let data7 = data.organization_id;
if((typeof data7 !== "string") && (data7 !== null)){
const err20 = {instancePath:instancePath+"/organization_id",schemaPath:"#/properties/organization_id/type",keyword:"type",params:{type: schema8.properties.organization_id.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.started_at !== undefined){
let data8 = data.started_at;
if((typeof data8 !== "string") && (data8 !== null)){
const err21 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: schema8.properties.started_at.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.status !== undefined){
let data9 = data.status;
if((typeof data9 !== "string") && (data9 !== null)){
const err22 = {instancePath:instancePath+"/status",schemaPath:"#/$defs/SessionStatus2/type",keyword:"type",params:{type: schema9.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.type !== undefined){
let data10 = data.type;
if((typeof data10 !== "string") && (data10 !== null)){
const err23 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/SessionType3/type",keyword:"type",params:{type: schema10.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.updated_at !== undefined){
let data11 = data.updated_at;
if((typeof data11 !== "string") && (data11 !== null)){
const err24 = {instancePath:instancePath+"/updated_at",schemaPath:"#/properties/updated_at/type",keyword:"type",params:{type: schema8.properties.updated_at.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.breakout_rooms !== undefined){
let data12 = data.breakout_rooms;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err25 = {instancePath:instancePath+"/breakout_rooms",schemaPath:"#/properties/breakout_rooms/type",keyword:"type",params:{type: schema8.properties.breakout_rooms.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.ended_at !== undefined){
let data13 = data.ended_at;
if((typeof data13 !== "string") && (data13 !== null)){
const err26 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: schema8.properties.ended_at.type},message:"must be string,null"};
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
validate7.errors = vErrors;
return errors === 0;
}
validate7.evaluated = {"props":{"id":true,"associated_id":true,"created_at":true,"live_participants":true,"max_concurrent_participants":true,"meeting_display_name":true,"minutes_consumed":true,"organization_id":true,"started_at":true,"status":true,"type":true,"updated_at":true,"breakout_rooms":true,"ended_at":true,"meta":true},"dynamicProps":false,"dynamicItems":false};


function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate6.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema7.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data !== undefined){
let data0 = data.data;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: schema7.properties.data.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.sessions !== undefined){
let data1 = data0.sessions;
if((!(Array.isArray(data1))) && (data1 !== null)){
const err2 = {instancePath:instancePath+"/data/sessions",schemaPath:"#/properties/data/properties/sessions/type",keyword:"type",params:{type: schema7.properties.data.properties.sessions.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate7(data1[i0], {instancePath:instancePath+"/data/sessions/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate7.errors : vErrors.concat(validate7.errors);
errors = vErrors.length;
}
}
}
}
}
}
if(data.paging !== undefined){
let data3 = data.paging;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err3 = {instancePath:instancePath+"/paging",schemaPath:"#/$defs/Paging4/type",keyword:"type",params:{type: schema11.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.total_count !== undefined){
let data4 = data3.total_count;
if((!(typeof data4 == "number")) && (data4 !== null)){
const err4 = {instancePath:instancePath+"/paging/total_count",schemaPath:"#/$defs/Paging4/properties/total_count/type",keyword:"type",params:{type: schema11.properties.total_count.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.start_offset !== undefined){
let data5 = data3.start_offset;
if((!(typeof data5 == "number")) && (data5 !== null)){
const err5 = {instancePath:instancePath+"/paging/start_offset",schemaPath:"#/$defs/Paging4/properties/start_offset/type",keyword:"type",params:{type: schema11.properties.start_offset.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.end_offset !== undefined){
let data6 = data3.end_offset;
if((!(typeof data6 == "number")) && (data6 !== null)){
const err6 = {instancePath:instancePath+"/paging/end_offset",schemaPath:"#/$defs/Paging4/properties/end_offset/type",keyword:"type",params:{type: schema11.properties.end_offset.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
if(data.success !== undefined){
let data7 = data.success;
if((typeof data7 !== "boolean") && (data7 !== null)){
const err7 = {instancePath:instancePath+"/success",schemaPath:"#/properties/success/type",keyword:"type",params:{type: schema7.properties.success.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate6.errors = vErrors;
return errors === 0;
}
validate6.evaluated = {"props":{"data":true,"paging":true,"success":true},"dynamicProps":false,"dynamicItems":false};


function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="listSessionsTolerant" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate5.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate6(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
validate5.errors = vErrors;
return errors === 0;
}
validate5.evaluated = {"props":{"data":true,"paging":true,"success":true},"dynamicProps":false,"dynamicItems":false};
