/**
 * The sample service: the upstream of every traffic test. Its environment says who it is (`settings.ts`), each request
 * says what it shall do (`plan.ts`), and every answer says what it saw (`report.ts`).
 */
import { readSettings } from "./settings.ts";
import { serve } from "./serve.ts";

try {
  const settings = readSettings(process.env);
  const running = await serve(settings);
  const { service, version, pod } = settings;
  console.log(JSON.stringify({ listening: running.ports, service, version, pod }));
  const stop = (): void => {
    void running.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
