import { combine, replace } from "../edit.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

const PATH = "  /accounts/{account_id}/realtime/kit/{app_id}/sessions:\n";

/** Edits of the operation itself. */
export const operations: SmallEdit[] = [
  createSmallEdit(
    "the path changes",
    replace(PATH, PATH.replace("sessions:", "session-list:")),
    ["passes", "stale", "major"],
    "calls to the old path fail",
  ),
  createSmallEdit(
    "a path parameter is renamed",
    combine(
      replace(PATH, PATH.replace("{app_id}", "{kit_id}")),
      replace("      name: app_id\n", "      name: kit_id\n"),
    ),
    ["passes", "stale", "major"],
    "the URL is the same, but the argument has another name; redocly rates it as a patch",
  ),
  createSmallEdit(
    "the method changes",
    replace("    get:\n      operationId", "    post:\n      operationId"),
    ["passes", "stale", "major"],
    "a GET is rejected",
  ),
  createSmallEdit(
    "the operationId changes",
    replace("operationId: listSessions", "operationId: findSessions"),
    ["passes", "stale", "major"],
    "the generated function and types have other names",
  ),
  createSmallEdit(
    "the operation is deprecated",
    replace("      operationId: listSessions\n", "      operationId: listSessions\n      deprecated: true\n"),
    ["passes", "stale", "minor"],
    "it still works, and editors strike it through",
  ),
  createSmallEdit(
    "an operation is added",
    replace(
      PATH,
      `  /accounts/{account_id}/realtime/kit/{app_id}/sessions/count:
    get:
      operationId: countSessions
      tags:
        - Sessions
      summary: Count the sessions
      description: Returns the number of sessions.
      parameters:
        - $ref: "#/components/parameters/AccountId"
        - $ref: "#/components/parameters/AppId"
      responses:
        "200":
          description: The count.
          content:
            application/json:
              schema:
                type: number
              example: 1
        "429":
          $ref: "#/components/responses/TooManyRequests"
        default:
          $ref: "#/components/responses/Failure"
${PATH}`,
    ),
    ["passes", "stale", "minor"],
    "there is a new operation to call",
  ),
  createSmallEdit(
    "only the summary changes",
    replace("summary: List the sessions of an app", "summary: All sessions of an app"),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),
  createSmallEdit(
    "only the document's description changes",
    replace("(video meetings, once Dyte)", "(video meetings)"),
    ["passes", "fresh", "patch"],
    "no call changes",
  ),
  createSmallEdit(
    "only the version changes",
    replace("  version: 0.1.0\n", "  version: 9.9.9\n"),
    ["passes", "fresh", "none"],
    "a new version is not a change of the API",
  ),
];
