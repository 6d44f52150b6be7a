import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import grpcModule from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

const root = join(import.meta.dirname, "../..");

/** One resource of a stack, as the engine sends it. */
export interface SentResource {
  readonly type: string;
  readonly name: string;
  readonly props: Parameters<typeof struct.Struct.fromJavaScript>[0];
}

/** One violation, as the engine receives it. */
export interface Violation {
  readonly policy: string;
  /** Id of the rule, which the message names; undefined where it is about no rule. */
  readonly rule: string | undefined;
  readonly level: "advisory" | "mandatory";
  readonly message: string;
  readonly urn: string;
}

/** A running policy pack, spoken to as the engine does. */
export interface PolicyServer {
  /** Milliseconds from the start of the process until it listened. */
  readonly startedIn: number;
  readonly policies: () => Promise<readonly string[]>;
  readonly configure: (
    levels: Readonly<Record<string, Level>>,
    properties?: SentResource["props"],
  ) => Promise<void>;
  readonly analyzeStack: (resources: readonly SentResource[]) => Promise<readonly Violation[]>;
  readonly stop: () => Promise<void>;
}
export type Level = "ADVISORY" | "MANDATORY" | "DISABLED";

/** Starts a pack with Pulumi's own script, as its language host does. */
export async function startPolicyServer(pack: string): Promise<PolicyServer> {
  const started = performance.now();
  const child = spawn(
    join(root, "node_modules/.bin/node"),
    [join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", pack],
    { cwd: pack, stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const [port] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    exited.then(() => Promise.reject(new Error("the policy pack ended before it listened"))),
  ])) as [string];
  const client = new grpcModule.AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  return {
    startedIn: performance.now() - started,
    policies: async () => {
      const info = await call<InstanceType<typeof messages.AnalyzerInfo>>((done) => {
        client.getAnalyzerInfo(new empty.Empty(), done);
      });
      return info.getPoliciesList().map((each) => each.getName());
    },
    configure: async (levels, properties = {}) => {
      const request = new messages.ConfigureAnalyzerRequest();
      for (const [name, level] of Object.entries(levels)) {
        const config = new messages.PolicyConfig();
        config.setEnforcementlevel(messages.EnforcementLevel[level]);
        const own = name === "rules" ? properties : {};
        config.setProperties(struct.Struct.fromJavaScript(own));
        request.getPolicyconfigMap().set(name, config);
      }
      await call((done) => {
        client.configure(request, done);
      });
    },
    analyzeStack: async (resources) => {
      const request = new messages.AnalyzeStackRequest();
      request.setResourcesList(resources.map(sent));
      const response = await call<InstanceType<typeof messages.AnalyzeResponse>>((done) => {
        client.analyzeStack(request, done);
      });
      return response.getDiagnosticsList().map((each) => ({
        policy: each.getPolicyname(),
        rule: /^ {2}rule: (\S+)$/m.exec(each.getMessage())?.[1],
        level:
          each.getEnforcementlevel() === messages.EnforcementLevel.MANDATORY
            ? "mandatory"
            : "advisory",
        message: each.getMessage(),
        urn: each.getUrn(),
      }));
    },
    stop: async () => {
      client.close();
      child.kill();
      await exited;
    },
  };
}

/** The URN of a resource that a test sends. */
export function urnOf({ type, name }: Pick<SentResource, "type" | "name">): string {
  return `urn:pulumi:test::policies::${type}::${name}`;
}

function sent(resource: SentResource) {
  const message = new messages.AnalyzerResource();
  message.setType(resource.type);
  message.setName(resource.name);
  message.setUrn(urnOf(resource));
  message.setOptions(new messages.AnalyzerResourceOptions());
  message.setProperties(struct.Struct.fromJavaScript(resource.props));
  return message;
}

function call<Response>(
  start: (done: (error: ServiceError | null, response: Response) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    start((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}
