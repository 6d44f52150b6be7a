import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { ProgramInfo, RuntimeOptionPrompt } from "@pulumi/pulumi/proto/language_pb.js";

import { installedPackageManagers } from "./package-manager.ts";

/** `pulumi new`: asks for the package manager when the project does not say which. */
export async function optionPrompts(info: ProgramInfo | undefined): Promise<RuntimeOptionPrompt[]> {
  if (info?.getOptions()?.getFieldsMap().has("packagemanager") === true) return [];
  const choices = await installedPackageManagers(process.env["PATH"] ?? "");
  return [
    new languagePb.RuntimeOptionPrompt()
      .setKey("packagemanager")
      .setDescription("The package manager to use for installing dependencies")
      .setPrompttype(languagePb.RuntimeOptionPrompt.RuntimeOptionType.STRING)
      .setChoicesList(choices.map(choice))
      .setDefault(choice("npm")),
  ];
}

function choice(name: string): RuntimeOptionPrompt.RuntimeOptionValue {
  return new languagePb.RuntimeOptionPrompt.RuntimeOptionValue()
    .setPrompttype(languagePb.RuntimeOptionPrompt.RuntimeOptionType.STRING)
    .setStringvalue(name)
    .setDisplayname(name);
}
