import type { Place, TrafficRequestInput, TrafficResult } from "../../../bench/index.ts";
import type { Feature } from "../../../targets/features.ts";

/** Requests to a service or to one of the gateway's hosts, in no target's words. */
export type Requests = Omit<TrafficRequestInput, "url" | "connect" | "tls"> & {
  readonly to: "web" | "api" | "goods";
  readonly path?: string;
  /** A host of the gateway instead of the service's usual one; only at a gateway. */
  readonly host?: string;
  readonly secure?: boolean;
  /** Who gets copies of the requests. */
  readonly copies?: Pick<Place, "app" | "version">;
};

/** What came of them, as far as it must be the same everywhere. */
export interface Seen extends TrafficResult {
  /** Requests by how many times the called service saw them, as it counted. */
  readonly upstreamTries: Readonly<Record<string, number>>;
  /** How many requests the called service saw. */
  readonly reached: number;
  /** How many of them arrived where copies go; 0 where nobody gets any. */
  readonly copies: number;
}

export interface Scenario {
  readonly title: string;
  /** What a target needs for it; one that reports a loss of these is left out. */
  readonly features: readonly Feature[];
  readonly requests: Requests;
  /** What counts is time: asked while nobody asks anything else. Default false. */
  readonly timed?: true;
  /** The facts that are compared. */
  readonly observe: (seen: Seen) => unknown;
  readonly expected: unknown;
}
