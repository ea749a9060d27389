import { constructPathOf } from './construct-paths';
import { PluginSettings, pluginSettings } from './plugin-properties';
import { objectName } from '../checks/object-name';
import { evaluate } from '../findings/evaluate';
import { Finding } from '../findings/finding';
import { fails, Report } from '../findings/report';
import { buildSnapshot } from '../istio/model/build-snapshot';
import { Manifest } from '../istio/model/manifest';

/** What cdk8s-cli hands to a plugin; structural, because its types do not resolve in every user's project. */
interface ValidationContext {
  readonly manifests: readonly string[];
  readonly metadata?: Record<string, { readonly path: string }>;
  readonly report: {
    addViolation(violation: object): void;
    submit(status: 'success' | 'failure', metadata?: Record<string, string>): void;
  };
  parseManifest(path: string): unknown[];
}

/**
 * The checks as a validation plugin of cdk8s-cli, for Apps without constructs of this library, and to see warnings. List it in `cdk8s.yaml`:
 *
 * ```yaml
 * validations:
 *   - package: cdk8s-istio-mtls
 *     version: 1.0.0
 *     class: MtlsValidation
 *     properties:
 *       complete: true
 *       failOn: error
 * ```
 *
 * Properties are those of MeshProfile, and `failOn` (`error`, `warning`, `info`, `never`) and `ruleset` (`recommended`, `strict`). Everything
 * that one synth writes counts as one mesh. Findings below `failOn` are shown without failing.
 *
 * @see https://cdk8s.io/docs/latest/plugins/validations/
 */
export class MtlsValidation {
  private readonly settings: PluginSettings;

  /**
   * @param properties the `properties` of the entry in `cdk8s.yaml`
   */
  constructor(properties: any = {}) {
    this.settings = pluginSettings(properties ?? {});
  }

  /**
   * Called by cdk8s-cli after synth.
   *
   * @param context the `ValidationContext` of cdk8s-cli
   */
  public async validate(context: any): Promise<void> {
    const { manifests, metadata = {}, report } = context as ValidationContext;
    const { settings, ruleset, failOn } = this.settings;
    const objects = manifests.flatMap((file) => (context as ValidationContext).parseManifest(file).map((object, document): Manifest =>
      ({ object, mesh: settings.mesh, origin: { file, document } })));
    const evaluated = evaluate(buildSnapshot(objects.filter(({ object }) => object !== null), settings), { ruleset, today: settings.today });
    for (const finding of evaluated.findings) report.addViolation(violationOf(finding, metadata));
    report.submit(fails(evaluated, failOn) ? 'failure' : 'success', countsOf(evaluated));
  }
}

/** One violation a finding: cdk8s-cli groups nothing, and recommendation and fix differ from object to object. */
function violationOf(finding: Finding, metadata: Record<string, { readonly path: string }>): object {
  const { id, name, severity, message, fix, object, path, origin } = finding;
  const file = origin.file ?? '';
  const resourceName = objectName(object);
  // cdk8s-cli looks the path up under the name that it is given, so it finds the right one under a name that is unique.
  const construct = constructPathOf(object.name, file, metadata);
  if (construct !== undefined) metadata[resourceName] = { path: construct };
  return {
    ruleName: `${id} ${name} (${severity})`,
    recommendation: message,
    fix,
    violatingResources: [{ resourceName, manifestPath: file, locations: [path === '' ? 'the object as a whole' : path] }],
  };
}

function countsOf({ summary }: Report): Record<string, string> {
  return { error: String(summary.error), warning: String(summary.warning), info: String(summary.info), acknowledged: String(summary.acknowledged) };
}
