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
         * @description Returns one page of the sessions of an app, both live and ended. A request without `page_no` returns the first
         *     page. Cloudflare publishes neither the default order nor the number of the first page.
         *
         *     One operator received an empty list, with status 200, for an app with live sessions. Confirm an empty list
         *     before you act on it.
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
         * @description One page of sessions.
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
                /** @description The sessions of the page, in the requested order. */
                sessions?: components["schemas"]["Session"][];
            };
            paging?: components["schemas"]["Paging"];
            /** @description Whether the request succeeded. `false` is possible beside an HTTP status of 200. */
            success?: boolean;
        };
        /**
         * @description One run of a meeting, from the first participant who joins to the last one who leaves.
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
            /** @description The minutes consumed since the session started. Cloudflare describes it as always present, but a response may lack it or have `null`: check before you add it up. */
            minutes_consumed?: number | null;
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
            /** @description The sessions of the breakout rooms, nested. Cloudflare does not describe their schema. */
            breakout_rooms?: unknown[];
            /**
             * Format: date-time
             * @description When the session ended. A live session lacks it or has `null`. Cloudflare's own example has the text "null", which the client returns as `null`.
             */
            ended_at?: string | null;
            /**
             * @deprecated
             * @description Custom data of the session. Cloudflare removed it from the published description in July 2026.
             */
            meta?: unknown;
        };
        /**
         * @description Whether the session is live or has ended.
         * @example LIVE
         * @enum {string}
         */
        SessionStatus: "LIVE" | "ENDED";
        /**
         * @description The kind of session.
         * @example meeting
         * @enum {string}
         */
        SessionType: "meeting" | "livestream" | "participant";
        /**
         * @description The fields by which sessions can be sorted.
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
         * @description The position of the page in the list. It is part of the published description since May 2026. Not every response has it.
         * @example {
         *       "total_count": 212,
         *       "start_offset": 1,
         *       "end_offset": 50
         *     }
         */
        Paging: {
            /** @description The number of matching items on all pages. */
            total_count?: number;
            /** @description The offset of the page's first item, from 1. */
            start_offset?: number;
            /** @description The offset of the page's last item, from 1, inclusive. */
            end_offset?: number;
        };
        /**
         * @description Any of the three shapes of an error response.
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
         * @description Cloudflare's common error response.
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
            /** @description Further messages. */
            messages?: unknown[];
            /** @description Usually `null`. */
            result?: unknown;
        };
        /**
         * @description RealtimeKit's own error response.
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
         * @description One error. Do not judge by its code alone: code 10000 occurs in successful responses too.
         * @example {
         *       "code": 10000,
         *       "message": "Authentication error"
         *     }
         */
        ErrorDetail: {
            /** @description The error code. */
            code: number;
            /** @description The error message. */
            message: string;
            /** @description A page that explains the error. */
            documentation_url?: string;
            /** @description The part of the request that caused the error. */
            source?: {
                /** @description A JSON pointer into the request. */
                pointer?: string;
            };
            /** @description The errors that caused this one. */
            error_chain?: unknown[];
        };
        /**
         * @description A gateway's error response: problem details as in RFC 9457.
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
            /** @description A short name of the problem. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What happened in this case. */
            detail?: string;
            /** @description A URI that identifies this occurrence. */
            instance?: string;
        };
    };
    responses: {
        /** @description Too many requests. Since September 2026 Cloudflare publishes 3,500 requests in five minutes for all RealtimeKit APIs, and 1,200 in five minutes for an account. Above the account's limit, all its requests fail for five minutes. Rely on the response headers, not on these figures. */
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
        /** @description The request failed. A gateway may return HTML or plain text instead of the schemas below. */
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
         * @description Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a room name such as `abcdef-ghijkl`.
         * @example 5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c
         */
        AssociatedId: string;
        /**
         * @description The end of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.
         * @example 2026-06-30T23:59:59Z
         */
        EndTime: string;
        /**
         * @description The number of the page to return. The default is the first page.
         * @example 1
         */
        PageNo: number;
        /**
         * @description Returns only the sessions with this number of participants. The syntax is not published. Callers send ranges such as `1:10`.
         * @example 1:10
         */
        Participants: string;
        /**
         * @description The page size. The server may return smaller pages. Cloudflare publishes neither the default nor the maximum.
         * @example 50
         */
        PerPage: number;
        /**
         * @description Returns only the sessions whose meeting title, meeting id or session id matches this text.
         * @example Weekly stand-up
         */
        Search: string;
        /** @description The field to sort by. */
        SortBy: components["schemas"]["SessionSortKey"];
        /** @description The sort direction. */
        SortOrder: components["schemas"]["SortOrder"];
        /**
         * @description The start of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.
         * @example 2026-06-01T00:00:00Z
         */
        StartTime: string;
        /** @description Returns only the sessions with this status. */
        Status: components["schemas"]["SessionStatus"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of the request at Cloudflare's edge. Quote it to Cloudflare's support.
         * @example 8f2d1c3b4a5e6f70-FRA
         */
        CfRay: string;
        /**
         * @description The remaining requests of the window (`r`) and the seconds until it resets (`t`).
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
                 * @description Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a room name such as `abcdef-ghijkl`.
                 * @example 5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c
                 */
                associated_id?: components["parameters"]["AssociatedId"];
                /**
                 * @description The end of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.
                 * @example 2026-06-30T23:59:59Z
                 */
                end_time?: components["parameters"]["EndTime"];
                /**
                 * @description The number of the page to return. The default is the first page.
                 * @example 1
                 */
                page_no?: components["parameters"]["PageNo"];
                /**
                 * @description Returns only the sessions with this number of participants. The syntax is not published. Callers send ranges such as `1:10`.
                 * @example 1:10
                 */
                participants?: components["parameters"]["Participants"];
                /**
                 * @description The page size. The server may return smaller pages. Cloudflare publishes neither the default nor the maximum.
                 * @example 50
                 */
                per_page?: components["parameters"]["PerPage"];
                /**
                 * @description Returns only the sessions whose meeting title, meeting id or session id matches this text.
                 * @example Weekly stand-up
                 */
                search?: components["parameters"]["Search"];
                /** @description The field to sort by. */
                sort_by?: components["parameters"]["SortBy"];
                /** @description The sort direction. */
                sort_order?: components["parameters"]["SortOrder"];
                /**
                 * @description The start of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.
                 * @example 2026-06-01T00:00:00Z
                 */
                start_time?: components["parameters"]["StartTime"];
                /** @description Returns only the sessions with this status. */
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
