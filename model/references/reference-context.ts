import type { Diagnostic, Report } from "../../diagnostics/index.ts";
import type { Mesh, Service } from "../mesh.ts";
import type { MeshInput } from "../schema/mesh-schema.ts";
import type { RouteInput } from "../schema/route-schema.ts";
import type { ServiceInput } from "../schema/service-schema.ts";

/** What a check of references reads, and where it says what it found. */
export interface ReferenceContext {
  readonly definition: MeshInput;
  /** The definition's services and routes, listed once: every check walks them, and maps of thousands are slow to list. */
  readonly services: readonly (readonly [name: string, input: ServiceInput])[];
  readonly routes: readonly (readonly [service: string, input: RouteInput])[];
  readonly mesh: Mesh;
  /** Every service that the author named, also those whose definition is broken. */
  readonly names: ReadonlySet<string>;
  /** Every provider of tokens that the author named, also those whose definition is broken. */
  readonly providers: readonly string[];
  /** Those of them whose `login` the author says, be it wrong. */
  readonly loginProviders: readonly string[];
  /** Whether the author says who counts for all, be it wrong. */
  readonly countsForAll: boolean;
  /** Everybody whom proxies ask or tell that the author named, also where the definition is broken. */
  readonly backends: readonly string[];
  /** Services with errors of their own, of which nothing more is said. */
  readonly doubtful: ReadonlySet<string>;
  readonly report: Report;
}

/** A service by name, for checks of its details; `undefined` where it is unknown or its definition is broken. */
export function sureService(context: ReferenceContext, name: string): Service | undefined {
  const { services } = context.mesh;
  if (context.doubtful.has(name) || !Object.hasOwn(services, name)) return undefined;
  return services[name];
}

/** Adds an error. */
export function addError(
  context: ReferenceContext,
  error: Required<Pick<Diagnostic, "code" | "path" | "message" | "fix">>,
): void {
  context.report.add({ severity: "error", ...error });
}
