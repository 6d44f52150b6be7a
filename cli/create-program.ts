import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { commands } from "./commands.ts";
import { packageVersion } from "./package-version.ts";

const examples = `
Examples:
  heddle check mesh.yaml                                  is it right?
  heddle check mesh.yaml --environment environments/prod.yaml
  heddle render mesh.yaml | kubectl diff -f -             what would change?
  sudo heddle bench up                                    a real cluster, here

Exit codes: 0 fine, 1 something is wrong with the mesh or the machine, 2 wrong usage or an internal error.
Every code of a finding is explained in docs/errors.md.`;

/**
 * The command line. Only the sub-command that the arguments name is loaded; the others are there by name and summary,
 * so that help and suggestions know them.
 */
export async function createProgram(args: readonly string[]): Promise<CommandUnknownOpts> {
  const program = new Command("heddle")
    .description("A service mesh as typed code: describe it, check it, prove it on real proxies.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .addHelpText("after", examples)
    // What stands behind `bench exec` belongs to the command that is run there.
    .enablePositionalOptions()
    .exitOverride();
  const wanted = args.filter((each) => !each.startsWith("-") && each !== "help").at(0);
  for (const { name, summary, load } of commands) {
    const command = name === wanted ? await load() : new Command(name);
    inheritSettings(command, program);
    program.addCommand(command.summary(summary));
  }
  return program;
}

/** Lets wrong usage end the same way at every depth; commander hands settings down only at creation. */
function inheritSettings(command: CommandUnknownOpts, from: CommandUnknownOpts): void {
  command.copyInheritedSettings(from);
  for (const each of command.commands) inheritSettings(each, command);
}
