import type { Json } from "../../graph/index.ts";
import {
  printDuration,
  type DestinationPolicy,
  type HashKey,
  type Locality,
} from "../../model/index.ts";

const algorithms = {
  "least-request": "LEAST_REQUEST",
  "round-robin": "ROUND_ROBIN",
  random: "RANDOM",
} as const;

/**
 * Which instance gets a request. Istio prefers near instances as soon as there is outlier detection; that is switched
 * off unless the author asks for it, because it moves load without a word.
 */
export function loadBalancer({
  loadBalancing,
  warmUp,
  locality,
}: Pick<DestinationPolicy, "loadBalancing" | "warmUp" | "locality">): Json {
  return {
    ...(loadBalancing.kind === "consistent-hash"
      ? { consistentHash: consistentHash(loadBalancing.key) }
      : { simple: algorithms[loadBalancing.kind] }),
    ...(warmUp === undefined ? {} : { warmup: { duration: printDuration(warmUp) } }),
    localityLbSetting: localitySetting(locality),
  };
}

function consistentHash(key: HashKey): Json {
  switch (key.kind) {
    case "header":
      return { httpHeaderName: key.name };
    case "query-parameter":
      return { httpQueryParameterName: key.name };
    case "source-address":
      return { useSourceIp: true };
    case "cookie": {
      const { name, path, ttl } = key;
      return { httpCookie: { name, path, ttl: ttl === 0 ? "0s" : printDuration(ttl) } };
    }
  }
}

function localitySetting(locality: Locality | undefined): Json {
  switch (locality?.kind) {
    case undefined:
      return { enabled: false };
    case "distribute":
      return {
        enabled: true,
        distribute: Object.entries(locality.distribute).map(([from, to]) => ({ from, to })),
      };
    case "failover": {
      const failover = Object.entries(locality.failover).map(([from, to]) => ({ from, to }));
      return { enabled: true, ...(failover.length === 0 ? {} : { failover }) };
    }
  }
}
