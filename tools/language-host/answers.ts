import { status } from "@grpc/grpc-js";
import type {
  ServerWritableStream,
  UntypedServiceImplementation,
  handleServerStreamingCall,
  handleUnaryCall,
} from "@grpc/grpc-js";
import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type * as language from "@pulumi/pulumi/proto/language_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";

import { about } from "./about.ts";
import { installDependencies } from "./install-dependencies.ts";
import type { LanguageHost } from "./language-host.ts";
import { optionPrompts } from "./option-prompts.ts";
import { programDependencies } from "./program-dependencies.ts";
import { requiredPackages, requiredPlugins } from "./required-packages.ts";
import { runPlugin } from "./run-plugin.ts";
import { runProgram } from "./run-program.ts";
import { VERSION } from "./version.ts";

/** One answer for each method of `LanguageRuntime`. */
export function answers(host: LanguageHost): UntypedServiceImplementation {
  return { ...programAnswers(host), ...projectAnswers(), ...codeGenerationAnswers() };
}

function programAnswers(host: LanguageHost): UntypedServiceImplementation {
  return {
    handshake: unary<language.LanguageHandshakeRequest, language.LanguageHandshakeResponse>(
      (request) => {
        host.engineAddress = request.getEngineAddress();
        return new languagePb.LanguageHandshakeResponse();
      },
    ),
    run: unary<language.RunRequest, language.RunResponse>((request) => runProgram(host, request)),
    runPlugin: streaming<language.RunPluginRequest, language.RunPluginResponse>((call) =>
      runPlugin(host, call),
    ),
    installDependencies: streaming<
      language.InstallDependenciesRequest,
      language.InstallDependenciesResponse
    >((call) => installDependencies(host, call)),
    cancel: unary<Empty, Empty>(() => {
      // The answer does not wait: the engine gives programs five seconds to end, as we do.
      void host.children.stop();
      return new emptyPb.Empty();
    }),
  };
}

function projectAnswers(): UntypedServiceImplementation {
  return {
    getRequiredPackages: unary<
      language.GetRequiredPackagesRequest,
      language.GetRequiredPackagesResponse
    >(async (request) => {
      const packages = await requiredPackages(request.getInfo()?.getProgramDirectory() ?? ".");
      return new languagePb.GetRequiredPackagesResponse().setPackagesList(packages);
    }),
    getRequiredPlugins: unary<
      language.GetRequiredPluginsRequest,
      language.GetRequiredPluginsResponse
    >(async (request) => {
      const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
      const plugins = await requiredPlugins(directory);
      return new languagePb.GetRequiredPluginsResponse().setPluginsList(plugins);
    }),
    getProgramDependencies: unary<
      language.GetProgramDependenciesRequest,
      language.GetProgramDependenciesResponse
    >(async (request) => {
      const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
      const found = await programDependencies(directory, request.getTransitivedependencies());
      return new languagePb.GetProgramDependenciesResponse().setDependenciesList(found);
    }),
    getPluginInfo: unary<Empty, PluginInfo>(() => new pluginPb.PluginInfo().setVersion(VERSION)),
    about: unary<language.AboutRequest, language.AboutResponse>((request) =>
      about(request.getInfo()),
    ),
    runtimeOptionsPrompts: unary<language.RuntimeOptionsRequest, language.RuntimeOptionsResponse>(
      async (request) =>
        new languagePb.RuntimeOptionsResponse().setPromptsList(
          await optionPrompts(request.getInfo()),
        ),
    ),
    template: unary<language.TemplateRequest, language.TemplateResponse>(
      () => new languagePb.TemplateResponse(),
    ),
  };
}

/** Pulumi generates code with a compiler written in Go, which this host does not have. */
function codeGenerationAnswers(): UntypedServiceImplementation {
  const methods = ["generateProgram", "generateProject", "generatePackage", "pack", "link"];
  const refuse: handleUnaryCall<unknown, never> = (_call, callback) => {
    callback({
      code: status.UNIMPLEMENTED,
      details:
        "this language host runs programs and policy packs; to generate code, install Pulumi's own " +
        "distribution (https://www.pulumi.com/docs/install/), which is then used instead",
    });
  };
  return Object.fromEntries(methods.map((method) => [method, refuse]));
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback({ code: status.UNKNOWN, details: message(error) });
        },
      );
  };
}

function streaming<Request, Response>(
  answer: (call: ServerWritableStream<Request, Response>) => Promise<void>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    Promise.resolve(call)
      .then(answer)
      .then(
        () => call.end(),
        (error: unknown) => call.emit("error", { code: status.UNKNOWN, details: message(error) }),
      );
  };
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
