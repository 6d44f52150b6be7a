import type { Probe } from "../fields/networking.ts";
import { each, isSet, present, type Place } from "../place.ts";
import { portProblem } from "../values/port.ts";

const counts = [
  ...["periodSeconds", "initialDelaySeconds", "timeoutSeconds"],
  ...["successThreshold", "failureThreshold"],
] as const;

/** How it is found out whether a workload is ready. */
export function checkProbe(probe: Probe, place: Place): void {
  for (const name of counts) {
    if ((probe[name] ?? 0) < 0) place.at(name).error(`${String(probe[name])} is negative`);
  }
  const { httpGet, tcpSocket, exec, grpc } = probe;
  present(httpGet, place.at("httpGet"), checkHttpGet);
  present(tcpSocket, place.at("tcpSocket"), ({ port = 0 }, at) => {
    at.at("port").error(portProblem(port));
  });
  present(exec, place.at("exec"), ({ command = [] }, at) => {
    if (command.length === 0) at.error("the probe has no `command`");
  });
  if (httpGet === undefined && tcpSocket === undefined && exec === undefined) {
    const other = grpc === undefined ? "no way to probe" : "`grpc`, which is not supported";
    place.error(`the probe has ${other}`, "set `httpGet`, `tcpSocket` or `exec`");
  }
}

function checkHttpGet(get: NonNullable<Probe["httpGet"]>, place: Place): void {
  const { port = 0, scheme, httpHeaders } = get;
  place.at("port").error(portProblem(port));
  if (isSet(scheme) && scheme !== "HTTP" && scheme !== "HTTPS") {
    place.at("scheme").error(`the scheme is HTTP or HTTPS, not ${JSON.stringify(scheme)}`);
  }
  each(httpHeaders, place.at("httpHeaders"), ({ name = "" }, at) => {
    if (!/^[-A-Za-z0-9]+$/.test(name)) {
      at.at("name").error(`${JSON.stringify(name)} is not the name of a header`);
    }
  });
}
