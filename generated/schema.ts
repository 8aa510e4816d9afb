// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

export interface paths {
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of an app
         * @description Answers one page of the sessions of an app, the live ones and those that have ended. A request without
         *     `page_no` answers the first page. Neither the order without `sort_by` nor the number of the first page is
         *     published.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description One page of sessions, in the API's envelope.
         * @example {
         *       "data": {
         *         "sessions": []
         *       },
         *       "success": true
         *     }
         */
        SessionList: {
            /** @description The page itself. */
            data?: {
                /** @description The sessions of the page, in the order asked for. */
                sessions?: components["schemas"]["Session"][];
            };
            paging?: components["schemas"]["Paging"];
            /** @description Whether the request succeeded. `false` is possible beside an HTTP status of 200. */
            success?: boolean;
        };
        /**
         * @description One run of a meeting.
         * @example {
         *       "id": "9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f",
         *       "associated_id": "5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c",
         *       "created_at": "2026-06-01T09:00:00.000Z",
         *       "live_participants": 0,
         *       "max_concurrent_participants": 8,
         *       "meeting_display_name": "Weekly stand-up",
         *       "minutes_consumed": 212,
         *       "organization_id": "2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10",
         *       "started_at": "2026-06-01T09:00:04.000Z",
         *       "status": "ENDED",
         *       "type": "meeting",
         *       "updated_at": "2026-06-01T09:31:10.000Z",
         *       "breakout_rooms": [],
         *       "ended_at": "2026-06-01T09:31:10.000Z"
         *     }
         */
        Session: {
            /** @description The session's id. */
            id: string;
            /** @description The id of the meeting. Always a UUID for a V2 meeting; for a V1 meeting a room name of the form `abcdef-ghijkl`. */
            associated_id: string;
            /**
             * Format: date-time
             * @description When the session was created.
             */
            created_at: string;
            /** @description How many participants are in the session now. */
            live_participants: number;
            /** @description The most participants that were in the session at one time. */
            max_concurrent_participants: number;
            /** @description The title of the meeting. */
            meeting_display_name: string;
            /** @description The minutes consumed since the session started. */
            minutes_consumed: number;
            /** @description The id of the app that hosted the session. */
            organization_id: string;
            /**
             * Format: date-time
             * @description When the session started.
             */
            started_at: string;
            status: components["schemas"]["SessionStatus"] | (string & {});
            type: components["schemas"]["SessionType"] | (string & {});
            /**
             * Format: date-time
             * @description When the session was last updated.
             */
            updated_at: string;
            /** @description The breakout rooms of the session, described by nothing more than "unknown". */
            breakout_rooms?: unknown[];
            /**
             * Format: date-time
             * @description When the session ended. Live sessions lack it, or carry `null` or the text "null".
             */
            ended_at?: string;
            /**
             * @deprecated
             * @description Any further data of the session. Withdrawn from the published description in July 2026.
             */
            meta?: unknown;
        };
        /**
         * @description Whether a session goes on or is over.
         * @example LIVE
         * @enum {string}
         */
        SessionStatus: "LIVE" | "ENDED";
        /**
         * @description What kind of session it is.
         * @example meeting
         * @enum {string}
         */
        SessionType: "meeting" | "livestream" | "participant";
        /**
         * @description What sessions can be sorted by.
         * @example createdAt
         * @enum {string}
         */
        SessionSortKey: "minutesConsumed" | "createdAt";
        /**
         * @description Ascending or descending.
         * @example DESC
         * @enum {string}
         */
        SortOrder: "ASC" | "DESC";
        /**
         * @description Where the page stands in the whole list. In the published description since May 2026; not every answer has it.
         * @example {
         *       "total_count": 212,
         *       "start_offset": 1,
         *       "end_offset": 50
         *     }
         */
        Paging: {
            /** @description How many sessions match, over all pages. */
            total_count?: number;
            /** @description The place of the page's first session in the list, counted from 1. */
            start_offset?: number;
            /** @description The place of the page's last session in the list, counted from 1 and inclusive. */
            end_offset?: number;
        };
        /**
         * @description Any of the three shapes that a failure has on this route.
         * @example {
         *       "success": false,
         *       "error": {
         *         "code": 404,
         *         "message": "App not found"
         *       }
         *     }
         */
        Failure: components["schemas"]["ErrorsFailure"] | components["schemas"]["ErrorFailure"] | components["schemas"]["Problem"];
        /**
         * @description Cloudflare's common envelope of a failure.
         * @example {
         *       "success": false,
         *       "errors": [
         *         {
         *           "code": 10000,
         *           "message": "Authentication error"
         *         }
         *       ],
         *       "messages": [],
         *       "result": null
         *     }
         */
        ErrorsFailure: {
            /**
             * @description Always `false`.
             * @constant
             */
            success: false;
            /** @description What went wrong. */
            errors: components["schemas"]["ErrorDetail"][];
            /** @description Notes beside the errors. */
            messages?: unknown[];
            /** @description Mostly `null`. */
            result?: unknown;
        };
        /**
         * @description RealtimeKit's own envelope of a failure.
         * @example {
         *       "success": false,
         *       "error": {
         *         "code": 404,
         *         "message": "App not found"
         *       }
         *     }
         */
        ErrorFailure: {
            /**
             * @description Always `false`.
             * @constant
             */
            success: false;
            error: components["schemas"]["ErrorDetail"];
        };
        /**
         * @description One error. Its code alone decides nothing, since 10000 occurs beside success too.
         * @example {
         *       "code": 10000,
         *       "message": "Authentication error"
         *     }
         */
        ErrorDetail: {
            /** @description The error's number. */
            code: number;
            /** @description What went wrong, in words. */
            message: string;
            /** @description Where the error is explained. */
            documentation_url?: string;
            /** @description Which part of the request it is about. */
            source?: {
                /** @description A JSON pointer into the request. */
                pointer?: string;
            };
            /** @description The errors behind this one. */
            error_chain?: unknown[];
        };
        /**
         * @description A gateway's failure, as problem details of RFC 9457.
         * @example {
         *       "type": "about:blank",
         *       "title": "Bad gateway",
         *       "status": 502,
         *       "detail": "The origin did not answer."
         *     }
         */
        Problem: {
            /** @description A URI that names the kind of problem. */
            type?: string;
            /** @description The kind of problem, in words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong this time. */
            detail?: string;
            /** @description A URI of this occurrence. */
            instance?: string;
        };
    };
    responses: {
        /** @description Too many requests: 250 in 10 seconds to RealtimeKit, or 1,200 in 5 minutes by the account. Past the second limit every call of the account is refused for five minutes. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                Ratelimit: components["headers"]["Ratelimit"];
                "cf-ray": components["headers"]["CfRay"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The request failed. Besides the shapes below, a gateway may answer HTML. */
        Failure: {
            headers: {
                "cf-ray": components["headers"]["CfRay"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: {
        /**
         * @description The account's identifier.
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        AccountId: string;
        /**
         * @description The RealtimeKit app's identifier.
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        AppId: string;
        /**
         * @description Only the sessions of this meeting. A UUID, or for a V1 meeting its room name, such as `abcdef-ghijkl`.
         * @example 5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c
         */
        AssociatedId: string;
        /**
         * @description The end of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
         * @example 2026-06-30T23:59:59Z
         */
        EndTime: string;
        /**
         * @description The number of the page to answer. Left out, the first page is answered.
         * @example 1
         */
        PageNo: number;
        /**
         * @description Only the sessions with this many participants. The syntax is not published; callers send ranges such as `1:10`.
         * @example 1:10
         */
        Participants: string;
        /**
         * @description How many sessions a page holds at the most. A server may answer fewer.
         * @example 50
         */
        PerPage: number;
        /**
         * @description Only the sessions whose meeting title, meeting id or session id matches this text.
         * @example Weekly stand-up
         */
        Search: string;
        /** @description What the sessions are sorted by. */
        SortBy: components["schemas"]["SessionSortKey"];
        /** @description The direction of the order. */
        SortOrder: components["schemas"]["SortOrder"];
        /**
         * @description The start of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
         * @example 2026-06-01T00:00:00Z
         */
        StartTime: string;
        /** @description Only the sessions in this state. */
        Status: components["schemas"]["SessionStatus"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of the request at Cloudflare's edge. Name it to Cloudflare's support.
         * @example 8f2d1c3b4a5e6f70-FRA
         */
        CfRay: string;
        /**
         * @description The requests left in the window (`r`) and the seconds until it starts anew (`t`).
         * @example "default";r=50;t=30
         */
        Ratelimit: string;
        /**
         * @description Seconds to wait before the next request. It may be `0`.
         * @example 30
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSessions: {
        parameters: {
            query?: {
                /**
                 * @description Only the sessions of this meeting. A UUID, or for a V1 meeting its room name, such as `abcdef-ghijkl`.
                 * @example 5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c
                 */
                associated_id?: components["parameters"]["AssociatedId"];
                /**
                 * @description The end of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
                 * @example 2026-06-30T23:59:59Z
                 */
                end_time?: components["parameters"]["EndTime"];
                /**
                 * @description The number of the page to answer. Left out, the first page is answered.
                 * @example 1
                 */
                page_no?: components["parameters"]["PageNo"];
                /**
                 * @description Only the sessions with this many participants. The syntax is not published; callers send ranges such as `1:10`.
                 * @example 1:10
                 */
                participants?: components["parameters"]["Participants"];
                /**
                 * @description How many sessions a page holds at the most. A server may answer fewer.
                 * @example 50
                 */
                per_page?: components["parameters"]["PerPage"];
                /**
                 * @description Only the sessions whose meeting title, meeting id or session id matches this text.
                 * @example Weekly stand-up
                 */
                search?: components["parameters"]["Search"];
                /** @description What the sessions are sorted by. */
                sort_by?: components["parameters"]["SortBy"];
                /** @description The direction of the order. */
                sort_order?: components["parameters"]["SortOrder"];
                /**
                 * @description The start of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
                 * @example 2026-06-01T00:00:00Z
                 */
                start_time?: components["parameters"]["StartTime"];
                /** @description Only the sessions in this state. */
                status?: components["parameters"]["Status"];
            };
            header?: never;
            path: {
                /**
                 * @description The account's identifier.
                 * @example 023e105f4ecef8ad9ca31a8372d0c353
                 */
                account_id: components["parameters"]["AccountId"];
                /**
                 * @description The RealtimeKit app's identifier.
                 * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
                 */
                app_id: components["parameters"]["AppId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
}
