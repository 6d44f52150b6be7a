import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";

/** The variables from which the SDK in a policy pack reads the stack, from the engine's message. */
export function stackEnvironment(message: Buffer | undefined): Record<string, string> {
  if (message === undefined) return {};
  const request = analyzerPb.AnalyzerStackConfigureRequest.deserializeBinary(message);
  const variables = {
    PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
    PULUMI_NODEJS_PROJECT: request.getProject(),
    PULUMI_NODEJS_STACK: request.getStack(),
    PULUMI_NODEJS_DRY_RUN: String(request.getDryRun()),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigSecretKeysList()),
  };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
