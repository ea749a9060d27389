import { IConstruct } from 'constructs';
import { askDestinationRule } from './ask-destination-rule';
import { askEffectiveMode } from './ask-effective-mode';
import { askedFor, mtlsFindingOf, textOf } from './ask-findings';
import { askTraffic } from './ask-traffic';
import { askWorkloads } from './ask-workloads';
import { DestinationRuleOptions } from './destination-rule-options';
import { DestinationRuleResult } from './destination-rule-result';
import { EffectiveModeOptions } from './effective-mode-options';
import { EffectiveModeResult } from './effective-mode-result';
import { FindingsOptions } from './findings-options';
import { MtlsFinding } from './mtls-finding';
import { TrafficOptions } from './traffic-options';
import { TrafficResult } from './traffic-result';
import { treeInput } from './tree-input';
import { WorkloadResult } from './workload-result';
import { MeshProfileProps } from '../constructs/mesh-profile-props';
import { meshSettings } from '../constructs/policy/mesh-settings';
import { evaluate, EvaluateOptions } from '../findings/evaluate';
import { Finding } from '../findings/finding';
import { rulesetOf } from '../findings/ruleset';
import { shown } from '../istio/admission/shown';
import { buildSnapshot } from '../istio/model/build-snapshot';
import { DEFAULT_MESH } from '../istio/model/profile';
import { MeshSnapshot, Snapshot } from '../istio/model/snapshot';
import { meshOf } from '../tree/profile-declaration';

/** What is asked, and what belongs to the scope that it is asked of. */
interface Subject {
  readonly snapshot: Snapshot;
  readonly options: Pick<EvaluateOptions, 'today' | 'unreadable' | 'acknowledgements'>;
  /** The mesh of questions that name none; `undefined`: the only one of the input. */
  readonly mesh: string | undefined;
  isInScope(finding: Finding): boolean;
}

/**
 * What Istio will do with a set of manifests, as answers to questions.
 *
 * Every answer says whether it is proven by the input: manifests never tell the age of objects, and on partial input a policy may exist
 * elsewhere.
 *
 * @example
 *
 * import { MtlsAnalysis } from 'cdk8s-istio-mtls';
 *
 * const analysis = MtlsAnalysis.ofManifests([
 *   { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'prod' }, spec: { mtls: { mode: 'STRICT' } } },
 * ]);
 * analysis.effectiveMode({ namespace: 'prod', labels: { app: 'api' } }).mode; // MtlsMode.STRICT
 */
export class MtlsAnalysis {
  /**
   * Looks at the whole App that holds this construct. Findings are those about the construct and everything below it.
   *
   * Manifests are rendered now: what changes later is not seen.
   *
   * @param scope an App, a Chart, or any construct
   */
  public static of(scope: IConstruct): MtlsAnalysis {
    const path = scope.node.path;
    const { snapshot, options } = treeInput(scope.node.root);
    const isInScope = ({ origin: { construct = '' } }: Finding) => path === '' || construct === path || construct.startsWith(`${path}/`);
    return new MtlsAnalysis({ snapshot, options, mesh: meshOf(scope), isInScope });
  }

  /**
   * Looks at plain Kubernetes objects, such as `Yaml.load` gives. They are one mesh.
   *
   * @param objects the manifests; kinds that have no part in mutual TLS are passed over
   * @param profile what manifests cannot tell
   */
  public static ofManifests(objects: any[], profile: MeshProfileProps = {}): MtlsAnalysis {
    if (!Array.isArray(objects)) throw new Error(`objects ${shown(objects)} is no list; give Kubernetes objects as plain data, such as Yaml.load gives`);
    const settings = meshSettings(profile);
    const snapshot = buildSnapshot(objects.map((object, document) => ({ object, mesh: settings.mesh, origin: { document } })), settings);
    return new MtlsAnalysis({ snapshot, options: { today: settings.today }, mesh: settings.mesh, isInScope: () => true });
  }

  private constructor(private readonly subject: Subject) {}

  /**
   * The mode of every port of a workload, and which policy made it so.
   *
   * @param options whose mode
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  public effectiveMode(options: EffectiveModeOptions): EffectiveModeResult {
    return askEffectiveMode(this.meshOf(options.mesh), options);
  }

  /**
   * The rule that a client uses for a host, and what it says about TLS.
   *
   * @param options which client, which host
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  public destinationRule(options: DestinationRuleOptions): DestinationRuleResult {
    return askDestinationRule(this.meshOf(options.mesh), options);
  }

  /**
   * What happens to a call at each workload behind a Service: client TLS against the mode of the port.
   *
   * Throws if the Service, the port or the client's workload is not in the input.
   *
   * @param options who calls what
   */
  public traffic(options: TrafficOptions): TrafficResult {
    return askTraffic(this.meshOf(options.mesh), options);
  }

  /**
   * Every workload of a mesh, with its data plane and its effective mode.
   *
   * @param mesh the mesh; that of the scope, or the only one, when absent
   */
  public workloads(mesh?: string): WorkloadResult[] {
    return askWorkloads(this.meshOf(mesh));
  }

  /**
   * What the checks say, loudest first. Acknowledged findings are left out.
   *
   * @param options which findings
   */
  public findings(options: FindingsOptions = {}): MtlsFinding[] {
    return this.evaluated(options).map(mtlsFindingOf);
  }

  /**
   * Throws if there are findings, with one line for each: for the unit tests of a platform template.
   *
   * @param options which findings
   */
  public assertNoFindings(options: FindingsOptions = {}): void {
    const findings = this.evaluated(options);
    if (findings.length > 0) throw new Error(`expected no findings, got ${findings.length}:\n${textOf(findings)}`);
  }

  private evaluated(options: FindingsOptions): Finding[] {
    const { snapshot, options: given, isInScope } = this.subject;
    const { findings } = evaluate(snapshot, {
      ...given,
      ruleset: options.ruleset === undefined ? undefined : rulesetOf(options.ruleset),
      today: options.today ?? given.today,
    });
    return findings.filter(isInScope).filter(askedFor(options));
  }

  private meshOf(wanted: string | undefined): MeshSnapshot {
    const { snapshot: { meshes }, mesh } = this.subject;
    const names = [...meshes.keys()];
    const name = wanted ?? (mesh !== undefined && meshes.has(mesh) ? mesh : names.length === 1 ? names[0] : mesh ?? DEFAULT_MESH);
    const found = meshes.get(name);
    if (found === undefined) throw new Error(`mesh ${shown(name)} has no manifests; there are ${names.length === 0 ? 'none at all' : names.map(shown).join(', ')}`);
    return found;
  }
}
