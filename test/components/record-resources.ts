import { runtime } from "@pulumi/pulumi";

/** One resource as a program registered it. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  /** Values as sent to the engine; a secret is wrapped, see `isSecret`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What a component gave to `registerOutputs`. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** `type::name` of its parent; undefined below the stack itself. */
  readonly parent: string | undefined;
  /** `type::name` of everything that it waits for. */
  readonly dependsOn: readonly string[];
  /** Types that it was known by. */
  readonly aliases: readonly string[];
}

/** Runs a program, which must not throw, against Pulumi's mocks and returns what it registered, in order. */
export async function recordResources(program: () => unknown): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  await runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({
        id: `${name}-id`,
        state: { ...(inputs as object), ...generated },
      }),
      call: ({ inputs }) => inputs as Record<string, unknown>,
    },
    "heddle-test",
    "test",
    false,
  );
  const outputs = new Map<string, Record<string, unknown>>();
  spyOnMonitor(
    (request) => recorded.push(read(request)),
    (request) => {
      const urn = identity(request.getUrn());
      if (urn !== undefined) outputs.set(urn, properties(request.getOutputs()));
    },
  );
  await runtime.runInPulumiStack(() => Promise.resolve(program()).then(() => ({})));
  await runtime.disconnect();
  return recorded
    .filter(({ type }) => type !== "pulumi:pulumi:Stack")
    .map((each) => {
      const given = outputs.get(`${each.type}::${each.name}`);
      return given === undefined ? each : { ...each, outputs: given };
    });
}

/** What a provider would add. The mocks give it to every resource. */
const generated = {
  privateKeyPem: "planted-private-key",
  certPem: "planted-certificate",
  certRequestPem: "planted-request",
  resources: [],
};

/** The resource of this name, and where two have it, of this type. */
export function find(recorded: readonly Recorded[], name: string, type?: string): Recorded {
  const found = recorded.filter(
    (each) => each.name === name && (type === undefined || each.type === type),
  );
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) {
    throw new Error(
      `${String(found.length)} resources are called ${name}: ${JSON.stringify(found)}`,
    );
  }
  return first;
}

/** Whether a recorded value is kept encrypted by the engine. */
export function isSecret(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).includes("1b47061264138c4ac30d75fd1eb44270")
  );
}

type Struct = Parameters<typeof runtime.deserializeProperties>[0];

/** The parts of Pulumi's requests that are read here. */
interface Registration {
  getType(): string;
  getName(): string;
  getParent(): string;
  getDependenciesList(): readonly string[];
  getObject(): Struct;
  getAliasesList(): readonly { getSpec(): { getType(): string } | undefined }[];
}

interface Outputs {
  getUrn(): string;
  getOutputs(): Struct;
}

interface Monitor {
  registerResource(request: Registration, callback: unknown): unknown;
  registerResourceOutputs(request: Outputs, callback: unknown): unknown;
}

function spyOnMonitor(
  onResource: (request: Registration) => void,
  onOutputs: (request: Outputs) => void,
): void {
  const monitor = runtime.getMonitor() as unknown as Monitor;
  const registerResource = monitor.registerResource.bind(monitor);
  const registerResourceOutputs = monitor.registerResourceOutputs.bind(monitor);
  monitor.registerResource = (request, callback) => {
    onResource(request);
    return registerResource(request, callback);
  };
  monitor.registerResourceOutputs = (request, callback) => {
    onOutputs(request);
    return registerResourceOutputs(request, callback);
  };
}

function properties(struct: Struct): Record<string, unknown> {
  return runtime.deserializeProperties(struct, true);
}

function read(request: Registration): Recorded {
  return {
    type: request.getType(),
    name: request.getName(),
    inputs: properties(request.getObject()),
    parent: identity(request.getParent()),
    dependsOn: request.getDependenciesList().flatMap((urn) => identity(urn) ?? []),
    aliases: request.getAliasesList().flatMap((alias) => alias.getSpec()?.getType() ?? []),
  };
}

/** `urn:pulumi:stack::project::parent$type::name` → `type::name`. */
function identity(urn: string): string | undefined {
  const [, , qualified, ...name] = urn.split("::");
  if (qualified === undefined) return undefined;
  return `${qualified.slice(qualified.lastIndexOf("$") + 1)}::${name.join("::")}`;
}

/** What anybody with the state file, but not its key, can read. */
export function withoutSecrets(value: unknown): unknown {
  if (isSecret(value)) return "[secret]";
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]),
  );
}
