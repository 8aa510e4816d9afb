// `npm run typecheck` compiles this file. It is never run.
import { expectTypeOf } from "vitest";
import {
  listSessions,
  type ListSessionsParams,
  type SessionStatus,
  type SessionType,
} from "../../generated/index.js";
import type { NextPage, Session, SessionsClient, SessionsPage, SessionsQuery } from "../../src/index.js";
import { createSessionsClient } from "../../src/index.js";

declare const client: SessionsClient;
declare const api: Parameters<typeof listSessions>[0];

// The results of the methods.
expectTypeOf(client.list()).resolves.toEqualTypeOf<SessionsPage>();
expectTypeOf(client.pages()).toEqualTypeOf<AsyncGenerator<SessionsPage & NextPage, void, undefined>>();
expectTypeOf(client.iterate()).toEqualTypeOf<AsyncGenerator<Session, void, undefined>>();
expectTypeOf(client.collect({}, { limit: 1 })).resolves.toEqualTypeOf<Session[]>();

// The query has the types of the document. Times may also be a Date.
expectTypeOf<SessionsQuery["start_time"]>().toEqualTypeOf<string | Date | undefined>();
expectTypeOf<SessionsQuery["end_time"]>().toEqualTypeOf<string | Date | undefined>();
expectTypeOf<SessionsQuery["page_no"]>().toEqualTypeOf<number | undefined>();
expectTypeOf<SessionsQuery["status"]>().toEqualTypeOf<"LIVE" | "ENDED" | undefined>();
expectTypeOf<SessionsQuery["sort_by"]>().toEqualTypeOf<"minutesConsumed" | "createdAt" | undefined>();
void client.list({ status: "LIVE", per_page: undefined });

// @ts-expect-error - unknown parameter
void client.list({ perPage: 5 });
// @ts-expect-error - unknown status
void client.list({ status: "OVER" });
// @ts-expect-error - the limit is required
void client.collect({});
// @ts-expect-error - the ids and the token are required
createSessionsClient({ accountId: "a" });

// Sessions: required and optional fields.
expectTypeOf<Session["minutes_consumed"]>().toEqualTypeOf<number | null | undefined>();
expectTypeOf<Session["ended_at"]>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<Session["breakout_rooms"]>().toEqualTypeOf<unknown[] | undefined>();

// Enums of responses accept values that the API adds later. Editors still suggest the known ones.
type AnyText = string & {};
expectTypeOf<Session["status"]>().toEqualTypeOf<SessionStatus | AnyText>();
expectTypeOf<Session["type"]>().toEqualTypeOf<SessionType | AnyText>();
expectTypeOf<SessionStatus>().toEqualTypeOf<"LIVE" | "ENDED">();
expectTypeOf<"PAUSED">().toExtend<Session["status"]>();

// The generated client: typed by the document, on success and on failure.
const params: ListSessionsParams = { path: { account_id: "a", app_id: "b" }, query: { status: "LIVE" } };
const { data, error } = await listSessions(api, params);
expectTypeOf(data?.data?.sessions).toEqualTypeOf<Session[] | undefined>();
if (error && "errors" in error) expectTypeOf(error.errors[0]?.code).toEqualTypeOf<number | undefined>();
expectTypeOf(await listSessions(api, params, { parseAs: "text" })).toExtend<{ data?: string }>();

// @ts-expect-error - a path parameter is missing
void listSessions(api, { path: { account_id: "a" } });
// @ts-expect-error - unknown query parameter
void listSessions(api, { path: { account_id: "a", app_id: "b" }, query: { perPage: 5 } });
