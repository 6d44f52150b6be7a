import {
  createUpstream,
  sendTraffic,
  type ClusterAccess,
  type Place,
} from "../../../bench/index.ts";
import { waitUntil } from "../../../bench/cluster/wait-until.ts";
import { envoyTarget } from "../../../targets/envoy/index.ts";
import { createGatewayApiTarget } from "../../../targets/gateway-api/index.ts";
import { istioTarget } from "../../../targets/istio-target.ts";
import type { Target } from "../../../targets/target.ts";
import { envoyGatewayDoor, namespaces, type TargetName } from "./namespaces.ts";
import type { Requests, Seen } from "./scenario.ts";

/** Where requests meet a target's proxy: beside the caller, or at the gateway. */
export interface Door {
  readonly title: string;
  readonly target: Target;
  readonly at: "caller" | "gateway";
  readonly namespace: string;
  /** Name of the gateway's Service, and its namespace where it is another one. */
  readonly gateway: string;
  readonly gatewayNamespace?: string;
}

function door(name: TargetName, target: Target, at: Door["at"], gateway: string): Door {
  const title = `${name}, ${at === "caller" ? "the proxy beside the caller" : "the gateway"}`;
  return { title, target, at, namespace: namespaces[name], gateway };
}

const gatewayApi = createGatewayApiTarget({ channel: "experimental" });
const forEnvoyGateway = createGatewayApiTarget({
  channel: "experimental",
  className: "envoy-gateway",
});

/** All that differs between targets. istiod names the proxies of a Gateway itself. */
export const doors: readonly Door[] = [
  door("istio", istioTarget, "caller", "door"),
  door("istio", istioTarget, "gateway", "door"),
  door("gateway-api", gatewayApi, "caller", "door-istio"),
  door("gateway-api", gatewayApi, "gateway", "door-istio"),
  {
    ...door("envoy-gateway", forEnvoyGateway, "gateway", envoyGatewayDoor.service),
    gatewayNamespace: envoyGatewayDoor.namespace,
  },
  door("envoy", envoyTarget, "gateway", "door-here"),
];

/** What is needed to send requests. */
export interface Ground {
  readonly cluster: ClusterAccess;
  /** A pod without a proxy: a client of gateways. */
  readonly stranger: Place;
  readonly rootCertificate: string;
}

/** Sends requests to a door and asks the called service what it saw of them. */
export async function sendTo(
  { at, namespace, gateway, gatewayNamespace = namespace }: Door,
  { to, path = "/", host = `${to}.example`, secure = false, copies, ...traffic }: Requests,
  { cluster, stranger, rootCertificate }: Ground,
): Promise<Seen> {
  const scheme = secure ? "https" : "http";
  const inside = `http://${to}.${namespace}.svc.cluster.local:8080${path}`;
  const outside = {
    from: stranger,
    url: `${scheme}://${host}${path}`,
    connect: { host: `${gateway}.${gatewayNamespace}.svc.cluster.local`, port: secure ? 443 : 80 },
    ...(secure ? { tls: { ca: rootCertificate } } : {}),
  };
  const place = at === "caller" ? { from: { namespace, app: "caller" }, url: inside } : outside;
  const run = await sendTraffic(cluster, { ...traffic, ...place });
  const { byRequest } = await createUpstream(cluster, { namespace, app: to }).seen(run.run);
  const upstreamTries: Record<string, number> = {};
  for (const count of Object.values(byRequest)) {
    upstreamTries[count] = (upstreamTries[count] ?? 0) + 1;
  }
  return {
    ...run,
    upstreamTries,
    reached: Object.keys(byRequest).length,
    copies:
      copies === undefined ? 0 : await countCopies(cluster, { namespace, ...copies }, run.run),
  };
}

/** Nobody waits for a copy: counts until no more come. */
async function countCopies(cluster: ClusterAccess, place: Place, run: string): Promise<number> {
  const count = async (): Promise<number> =>
    Object.keys((await createUpstream(cluster, place).seen(run)).byRequest).length;
  let last = 0;
  await waitUntil(
    async () => {
      const [before, now] = [last, await count()];
      last = now;
      return now > 0 && now === before;
    },
    { timeout: 15_000, interval: 500 },
  );
  return last;
}
