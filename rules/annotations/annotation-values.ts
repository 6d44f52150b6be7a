import { isIP } from "node:net";
import { proxyConfigFault } from "./proxy-config-fault.ts";

/** Forms of values that Istio's injector checks. */
export type AnnotationValue =
  | "count"
  | "flag"
  | "interceptionMode"
  | "interfaces"
  | "port"
  | "ports"
  | "portsOrAll"
  | "proxyConfig"
  | "quantity"
  | "ranges"
  | "rangesOrAll";

/** What is wrong with a value: what it has to be; undefined where it is good. */
export function annotationFault(form: AnnotationValue, value: string): string | undefined {
  const { good, expected } = forms[form];
  if (form === "proxyConfig") return proxyConfigFault(value);
  return good(value) ? undefined : expected;
}

interface Form {
  readonly good: (value: string) => boolean;
  /** What an author has to write. */
  readonly expected: string;
}

const ports = (value: string) => value.trim() === "" || value.split(",").every(isPort);
const ranges = (value: string) => value === "" || value.split(",").every(isRange);

const forms: Readonly<Record<AnnotationValue, Form>> = {
  count: { good: isCount, expected: "a whole number from 0 to 4294967295" },
  flag: {
    good: (value) => /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value),
    expected: '"true" or "false"',
  },
  interceptionMode: {
    good: (value) => ["REDIRECT", "TPROXY", "NONE"].includes(value),
    expected: "REDIRECT, TPROXY or NONE",
  },
  interfaces: {
    good: (value) => value === "" || value.split(",").every(isInterface),
    expected: "names of interfaces, at most 15 characters each, with commas between",
  },
  port: { good: isPort, expected: "a port from 0 to 65535" },
  ports: { good: ports, expected: "ports from 0 to 65535, with commas between" },
  portsOrAll: {
    good: (value) => value === "*" || ports(value),
    expected: "* or ports from 0 to 65535, with commas between",
  },
  proxyConfig: { good: () => true, expected: "" },
  quantity: { good: isQuantity, expected: "a quantity of Kubernetes, such as 100m or 128Mi" },
  ranges: {
    good: ranges,
    expected: "address ranges (10.0.0.0/8), with commas but no spaces between",
  },
  rangesOrAll: {
    good: (value) => value === "*" || ranges(value),
    expected: "* or address ranges (10.0.0.0/8), with commas but no spaces between",
  },
};

function isCount(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) <= 0xff_ff_ff_ff;
}

function isPort(value: string): boolean {
  return /^\d+$/.test(value.trim()) && Number(value) <= 65_535;
}

function isRange(value: string): boolean {
  const slash = value.lastIndexOf("/");
  const address = value.slice(0, Math.max(slash, 0));
  const bits = value.slice(slash + 1);
  const version = address.includes("%") ? 0 : isIP(address);
  return (
    version !== 0 && /^(?:0|[1-9]\d*)$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
  );
}

function isInterface(value: string): boolean {
  const name = value.trim();
  return name.length <= 15 && /^[a-zA-Z][\w.-]*$/.test(name);
}

function isQuantity(value: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(value);
}
