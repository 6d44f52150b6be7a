import type { ExternalService, Origination, Port } from "../mesh.ts";
import type { ExternalInput } from "../schema/external-schema.ts";

type OriginationInput = NonNullable<Exclude<ExternalInput, string>["tls"]>;
type Outside = Omit<
  ExternalService,
  "kind" | "name" | "namespace" | "owner" | "ports" | "policy" | "visibility"
>;

/** Fills in how a service outside is reached. */
export function normalizeExternal(input: ExternalInput): Outside {
  if (typeof input === "string") {
    return { host: input, hosts: [input], resolution: "dns", endpoints: [] };
  }
  const [first = "", ...others] = [...new Set(input.hosts)];
  const { tls, through, endpoints } = input;
  const wild = input.hosts.some((host) => host.startsWith("*."));
  return {
    host: first,
    hosts: [first, ...others.sort()],
    resolution: input.resolution ?? (endpoints === undefined ? (wild ? "none" : "dns") : "static"),
    endpoints: [...new Set(endpoints)].sort(),
    ...(tls === undefined ? {} : { tls: normalizeOrigination(tls) }),
    ...(through === undefined ? {} : { through }),
  };
}

function normalizeOrigination({ mode, secret, sni }: OriginationInput): Origination {
  return {
    mode: mode ?? "simple",
    ...(secret === undefined ? {} : { secret }),
    ...(sni === undefined ? {} : { sni }),
  };
}

/** The port of a service outside that names none. */
export function externalPort(input: ExternalInput): Pick<Port, "number" | "protocol" | "target"> {
  return typeof input !== "string" && input.tls !== undefined
    ? { number: 80, protocol: "http", target: 443 }
    : { number: 443, protocol: "tls", target: 443 };
}
