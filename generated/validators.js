// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

// validators:validators:0
var listSessionsStrict = validate1;
var func0 = Object.prototype.hasOwnProperty;
var schema2 = { "type": "object", "required": ["id", "associated_id", "created_at", "live_participants", "max_concurrent_participants", "meeting_display_name", "organization_id", "started_at", "status", "type", "updated_at", "minutes_consumed"], "properties": { "id": { "type": "string" }, "associated_id": { "type": "string" }, "created_at": { "type": "string" }, "live_participants": { "type": "number" }, "max_concurrent_participants": { "type": "number" }, "meeting_display_name": { "type": "string" }, "minutes_consumed": { "type": "number" }, "organization_id": { "type": "string" }, "started_at": { "type": "string" }, "status": { "$ref": "#/$defs/SessionStatus2" }, "type": { "$ref": "#/$defs/SessionType3" }, "updated_at": { "type": "string" }, "breakout_rooms": { "type": "array", "items": {} }, "ended_at": { "type": ["string", "null"] }, "meta": {} }, "additionalProperties": false };
var schema3 = { "type": "string", "enum": ["LIVE", "ENDED"] };
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate3.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "LIVE" || data === "ENDED")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema3.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate3.errors = vErrors;
  return errors === 0;
}
validate3.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema4 = { "type": "string", "enum": ["meeting", "livestream", "participant"] };
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate5.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "meeting" || data === "livestream" || data === "participant")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema4.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate5.errors = vErrors;
  return errors === 0;
}
validate5.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate2.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema2.required) {
      if (data[prop0] === void 0 || !func0.call(data, prop0)) {
        const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: prop0 }, message: "must have required property '" + prop0 + "'" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema2.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0 && func0.call(data, "id")) {
      if (typeof data.id !== "string") {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.associated_id !== void 0 && func0.call(data, "associated_id")) {
      if (typeof data.associated_id !== "string") {
        const err3 = { instancePath: instancePath + "/associated_id", schemaPath: "#/properties/associated_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.created_at !== void 0 && func0.call(data, "created_at")) {
      if (typeof data.created_at !== "string") {
        const err4 = { instancePath: instancePath + "/created_at", schemaPath: "#/properties/created_at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.live_participants !== void 0 && func0.call(data, "live_participants")) {
      if (!(typeof data.live_participants == "number")) {
        const err5 = { instancePath: instancePath + "/live_participants", schemaPath: "#/properties/live_participants/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.max_concurrent_participants !== void 0 && func0.call(data, "max_concurrent_participants")) {
      if (!(typeof data.max_concurrent_participants == "number")) {
        const err6 = { instancePath: instancePath + "/max_concurrent_participants", schemaPath: "#/properties/max_concurrent_participants/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.meeting_display_name !== void 0 && func0.call(data, "meeting_display_name")) {
      if (typeof data.meeting_display_name !== "string") {
        const err7 = { instancePath: instancePath + "/meeting_display_name", schemaPath: "#/properties/meeting_display_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.minutes_consumed !== void 0 && func0.call(data, "minutes_consumed")) {
      if (!(typeof data.minutes_consumed == "number")) {
        const err8 = { instancePath: instancePath + "/minutes_consumed", schemaPath: "#/properties/minutes_consumed/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.organization_id !== void 0 && func0.call(data, "organization_id")) {
      if (typeof data.organization_id !== "string") {
        const err9 = { instancePath: instancePath + "/organization_id", schemaPath: "#/properties/organization_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.started_at !== void 0 && func0.call(data, "started_at")) {
      if (typeof data.started_at !== "string") {
        const err10 = { instancePath: instancePath + "/started_at", schemaPath: "#/properties/started_at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.status !== void 0 && func0.call(data, "status")) {
      if (!validate3(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
        vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0 && func0.call(data, "type")) {
      if (!validate5(data.type, { instancePath: instancePath + "/type", parentData: data, parentDataProperty: "type", rootData })) {
        vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
        errors = vErrors.length;
      }
    }
    if (data.updated_at !== void 0 && func0.call(data, "updated_at")) {
      if (typeof data.updated_at !== "string") {
        const err11 = { instancePath: instancePath + "/updated_at", schemaPath: "#/properties/updated_at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.breakout_rooms !== void 0 && func0.call(data, "breakout_rooms")) {
      if (!Array.isArray(data.breakout_rooms)) {
        const err12 = { instancePath: instancePath + "/breakout_rooms", schemaPath: "#/properties/breakout_rooms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.ended_at !== void 0 && func0.call(data, "ended_at")) {
      let data13 = data.ended_at;
      if (typeof data13 !== "string" && data13 !== null) {
        const err13 = { instancePath: instancePath + "/ended_at", schemaPath: "#/properties/ended_at/type", keyword: "type", params: { type: schema2.properties.ended_at.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
validate2.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate8(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate8.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "total_count" || key0 === "start_offset" || key0 === "end_offset")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.total_count !== void 0 && func0.call(data, "total_count")) {
      if (!(typeof data.total_count == "number")) {
        const err1 = { instancePath: instancePath + "/total_count", schemaPath: "#/properties/total_count/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.start_offset !== void 0 && func0.call(data, "start_offset")) {
      if (!(typeof data.start_offset == "number")) {
        const err2 = { instancePath: instancePath + "/start_offset", schemaPath: "#/properties/start_offset/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.end_offset !== void 0 && func0.call(data, "end_offset")) {
      if (!(typeof data.end_offset == "number")) {
        const err3 = { instancePath: instancePath + "/end_offset", schemaPath: "#/properties/end_offset/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate8.errors = vErrors;
  return errors === 0;
}
validate8.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate1.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "data" || key0 === "paging" || key0 === "success")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.data !== void 0 && func0.call(data, "data")) {
      let data0 = data.data;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (const key1 of Object.keys(data0)) {
          if (!(key1 === "sessions")) {
            const err1 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.sessions !== void 0 && func0.call(data0, "sessions")) {
          let data1 = data0.sessions;
          if (Array.isArray(data1)) {
            const len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate2(data1[i0], { instancePath: instancePath + "/data/sessions/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err2 = { instancePath: instancePath + "/data/sessions", schemaPath: "#/properties/data/properties/sessions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.paging !== void 0 && func0.call(data, "paging")) {
      if (!validate8(data.paging, { instancePath: instancePath + "/paging", parentData: data, parentDataProperty: "paging", rootData })) {
        vErrors = vErrors === null ? validate8.errors : vErrors.concat(validate8.errors);
        errors = vErrors.length;
      }
    }
    if (data.success !== void 0 && func0.call(data, "success")) {
      if (typeof data.success !== "boolean") {
        const err4 = { instancePath: instancePath + "/success", schemaPath: "#/properties/success/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate1.errors = vErrors;
  return errors === 0;
}
validate1.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// validators:validators:1
var listSessionsTolerant = validate12;
var schema1 = { "type": ["object", "null"], "properties": { "data": { "type": ["object", "null"], "properties": { "sessions": { "type": ["array", "null"], "items": { "$ref": "#/$defs/Session1" } } } }, "paging": { "$ref": "#/$defs/Paging4" }, "success": { "type": ["boolean", "null"] } } };
var func02 = Object.prototype.hasOwnProperty;
var schema22 = { "type": ["object", "null"], "required": ["id", "associated_id", "created_at", "live_participants", "max_concurrent_participants", "meeting_display_name", "organization_id", "started_at", "status", "type", "updated_at", "minutes_consumed"], "properties": { "id": { "type": ["string", "null"] }, "associated_id": { "type": ["string", "null"] }, "created_at": { "type": ["string", "null"] }, "live_participants": { "type": ["number", "null"] }, "max_concurrent_participants": { "type": ["number", "null"] }, "meeting_display_name": { "type": ["string", "null"] }, "minutes_consumed": { "type": "number" }, "organization_id": { "type": ["string", "null"] }, "started_at": { "type": ["string", "null"] }, "status": { "$ref": "#/$defs/SessionStatus2" }, "type": { "$ref": "#/$defs/SessionType3" }, "updated_at": { "type": ["string", "null"] }, "breakout_rooms": { "type": ["array", "null"], "items": {} }, "ended_at": { "type": ["string", "null"] }, "meta": {} } };
var schema32 = { "type": ["string", "null"] };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema32.type }, message: "must be string,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
var schema42 = { "type": ["string", "null"] };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type }, message: "must be string,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const prop0 of schema22.required) {
      if (data[prop0] === void 0 || !func02.call(data, prop0)) {
        const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: prop0 }, message: "must have required property '" + prop0 + "'" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0 && func02.call(data, "id")) {
      let data0 = data.id;
      if (typeof data0 !== "string" && data0 !== null) {
        const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: schema22.properties.id.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.associated_id !== void 0 && func02.call(data, "associated_id")) {
      let data1 = data.associated_id;
      if (typeof data1 !== "string" && data1 !== null) {
        const err3 = { instancePath: instancePath + "/associated_id", schemaPath: "#/properties/associated_id/type", keyword: "type", params: { type: schema22.properties.associated_id.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.created_at !== void 0 && func02.call(data, "created_at")) {
      let data2 = data.created_at;
      if (typeof data2 !== "string" && data2 !== null) {
        const err4 = { instancePath: instancePath + "/created_at", schemaPath: "#/properties/created_at/type", keyword: "type", params: { type: schema22.properties.created_at.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.live_participants !== void 0 && func02.call(data, "live_participants")) {
      let data3 = data.live_participants;
      if (!(typeof data3 == "number") && data3 !== null) {
        const err5 = { instancePath: instancePath + "/live_participants", schemaPath: "#/properties/live_participants/type", keyword: "type", params: { type: schema22.properties.live_participants.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.max_concurrent_participants !== void 0 && func02.call(data, "max_concurrent_participants")) {
      let data4 = data.max_concurrent_participants;
      if (!(typeof data4 == "number") && data4 !== null) {
        const err6 = { instancePath: instancePath + "/max_concurrent_participants", schemaPath: "#/properties/max_concurrent_participants/type", keyword: "type", params: { type: schema22.properties.max_concurrent_participants.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.meeting_display_name !== void 0 && func02.call(data, "meeting_display_name")) {
      let data5 = data.meeting_display_name;
      if (typeof data5 !== "string" && data5 !== null) {
        const err7 = { instancePath: instancePath + "/meeting_display_name", schemaPath: "#/properties/meeting_display_name/type", keyword: "type", params: { type: schema22.properties.meeting_display_name.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.minutes_consumed !== void 0 && func02.call(data, "minutes_consumed")) {
      if (!(typeof data.minutes_consumed == "number")) {
        const err8 = { instancePath: instancePath + "/minutes_consumed", schemaPath: "#/properties/minutes_consumed/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.organization_id !== void 0 && func02.call(data, "organization_id")) {
      let data7 = data.organization_id;
      if (typeof data7 !== "string" && data7 !== null) {
        const err9 = { instancePath: instancePath + "/organization_id", schemaPath: "#/properties/organization_id/type", keyword: "type", params: { type: schema22.properties.organization_id.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.started_at !== void 0 && func02.call(data, "started_at")) {
      let data8 = data.started_at;
      if (typeof data8 !== "string" && data8 !== null) {
        const err10 = { instancePath: instancePath + "/started_at", schemaPath: "#/properties/started_at/type", keyword: "type", params: { type: schema22.properties.started_at.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.status !== void 0 && func02.call(data, "status")) {
      if (!validate32(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0 && func02.call(data, "type")) {
      if (!validate52(data.type, { instancePath: instancePath + "/type", parentData: data, parentDataProperty: "type", rootData })) {
        vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
        errors = vErrors.length;
      }
    }
    if (data.updated_at !== void 0 && func02.call(data, "updated_at")) {
      let data11 = data.updated_at;
      if (typeof data11 !== "string" && data11 !== null) {
        const err11 = { instancePath: instancePath + "/updated_at", schemaPath: "#/properties/updated_at/type", keyword: "type", params: { type: schema22.properties.updated_at.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.breakout_rooms !== void 0 && func02.call(data, "breakout_rooms")) {
      let data12 = data.breakout_rooms;
      if (!Array.isArray(data12) && data12 !== null) {
        const err12 = { instancePath: instancePath + "/breakout_rooms", schemaPath: "#/properties/breakout_rooms/type", keyword: "type", params: { type: schema22.properties.breakout_rooms.type }, message: "must be array,null" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.ended_at !== void 0 && func02.call(data, "ended_at")) {
      let data13 = data.ended_at;
      if (typeof data13 !== "string" && data13 !== null) {
        const err13 = { instancePath: instancePath + "/ended_at", schemaPath: "#/properties/ended_at/type", keyword: "type", params: { type: schema22.properties.ended_at.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema5 = { "type": ["object", "null"], "properties": { "total_count": { "type": ["number", "null"] }, "start_offset": { "type": ["number", "null"] }, "end_offset": { "type": ["number", "null"] } } };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema5.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.total_count !== void 0 && func02.call(data, "total_count")) {
      let data0 = data.total_count;
      if (!(typeof data0 == "number") && data0 !== null) {
        const err1 = { instancePath: instancePath + "/total_count", schemaPath: "#/properties/total_count/type", keyword: "type", params: { type: schema5.properties.total_count.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.start_offset !== void 0 && func02.call(data, "start_offset")) {
      let data1 = data.start_offset;
      if (!(typeof data1 == "number") && data1 !== null) {
        const err2 = { instancePath: instancePath + "/start_offset", schemaPath: "#/properties/start_offset/type", keyword: "type", params: { type: schema5.properties.start_offset.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.end_offset !== void 0 && func02.call(data, "end_offset")) {
      let data2 = data.end_offset;
      if (!(typeof data2 == "number") && data2 !== null) {
        const err3 = { instancePath: instancePath + "/end_offset", schemaPath: "#/properties/end_offset/type", keyword: "type", params: { type: schema5.properties.end_offset.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  }
  validate82.errors = vErrors;
  return errors === 0;
}
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema1.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.data !== void 0 && func02.call(data, "data")) {
      let data0 = data.data;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0)) && data0 !== null) {
        const err1 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: schema1.properties.data.type }, message: "must be object,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.sessions !== void 0 && func02.call(data0, "sessions")) {
          let data1 = data0.sessions;
          if (!Array.isArray(data1) && data1 !== null) {
            const err2 = { instancePath: instancePath + "/data/sessions", schemaPath: "#/properties/data/properties/sessions/type", keyword: "type", params: { type: schema1.properties.data.properties.sessions.type }, message: "must be array,null" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (Array.isArray(data1)) {
            const len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate22(data1[i0], { instancePath: instancePath + "/data/sessions/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                errors = vErrors.length;
              }
            }
          }
        }
      }
    }
    if (data.paging !== void 0 && func02.call(data, "paging")) {
      if (!validate82(data.paging, { instancePath: instancePath + "/paging", parentData: data, parentDataProperty: "paging", rootData })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.success !== void 0 && func02.call(data, "success")) {
      let data4 = data.success;
      if (typeof data4 !== "boolean" && data4 !== null) {
        const err3 = { instancePath: instancePath + "/success", schemaPath: "#/properties/success/type", keyword: "type", params: { type: schema1.properties.success.type }, message: "must be boolean,null" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  }
  validate12.errors = vErrors;
  return errors === 0;
}
export {
  listSessionsStrict,
  listSessionsTolerant
};
